import { requestJson } from '#lib/transport/request.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';
import { DiscoveryError, NoServersAvailableError } from './errors.ts';
import * as v from 'valibot';

const hosts = v.array(v.looseObject({ address: v.pipe(v.string(), v.regex(/^wss?:\/\//)) }));

/** Where the list of hosts is, and how long it is waited for. */
export interface DiscoveryOptions {
	readonly host?: string;
	readonly path?: string;
	readonly timeoutMs?: number;
}

/** Finds where a game client connects to. @see https://github.com/mixer/developer-docs Interactive protocol 1.7, discovery */
export class Discovery {
	readonly #environment: Environment;
	readonly #url: string;
	readonly #timeoutMs: number;

	constructor(options: DiscoveryOptions = {}, environment: Environment = systemEnvironment) {
		const { host = 'https://mixer.com', path = '/api/v1/interactive/hosts', timeoutMs = 10_000 } = options;
		this.#environment = environment;
		this.#url = new URL(path, host).href;
		this.#timeoutMs = timeoutMs;
	}

	/** The best address. Throws `DiscoveryError` or `NoServersAvailableError`. */
	async find(): Promise<string> {
		return (await this.findAll())[0];
	}

	/** Every address, the best first. Throws `DiscoveryError` or `NoServersAvailableError`. */
	async findAll(): Promise<readonly [string, ...string[]]> {
		const [best, ...others] = await this.#request();
		if (!best) throw new NoServersAvailableError();
		return [best.address, ...others.map(({ address }) => address)];
	}

	async #request(): Promise<v.InferOutput<typeof hosts>> {
		try {
			const { status, body } = await requestJson(this.#environment, this.#url, {}, { timeoutMs: this.#timeoutMs });
			if (status >= 300) throw new DiscoveryError(`The hosts could not be listed (${status}).`);
			return v.parse(hosts, body);
		} catch (cause) {
			if (cause instanceof DiscoveryError) throw cause;
			throw new DiscoveryError('The hosts could not be listed.', { cause });
		}
	}
}
