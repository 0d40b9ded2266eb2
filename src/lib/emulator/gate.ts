import type { EmulatedPlatform } from '#lib/platforms/emulated-platform.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { answerFault } from './fault-answers.ts';
import { FaultSocket } from './fault-socket.ts';
import type { Fault, FaultBoard, StandingFault } from './faults.ts';
import { redactLines, redactParameters, type Journal } from './journal.ts';
import { matchesPath } from './path-pattern.ts';
import type { HostSocket } from './socket-pair.ts';

/** The connection was cut on purpose; a host ends it without an answer. */
export class ConnectionCut extends Error {
	override readonly name = 'ConnectionCut';
}

interface LiveConnection {
	readonly path: string;
	fault: StandingFault | undefined;
	drop(): void;
}

/** What a gate stands between. */
export interface GateOptions {
	readonly clock: Clock;
	readonly platforms: readonly EmulatedPlatform[];
	readonly faults: FaultBoard;
	readonly journal: Journal;
}

/** Leads requests and WebSockets to the platform that owns their first path segment, through the faults, past the journal. */
export class Gate {
	readonly #options: GateOptions;
	readonly #live = new Set<LiveConnection>();

	constructor(options: GateOptions) {
		this.#options = options;
	}

	/** Answers one request; rejects with `ConnectionCut` where the connection breaks instead. */
	async fetch(request: Request): Promise<Response> {
		const url = new URL(request.url);
		const note = this.#options.journal.add({
			type: 'request',
			method: request.method,
			path: url.pathname,
			query: redactParameters(url.searchParams),
			...(await readForm(request))
		});
		const response = await this.#respond(request, url.pathname.slice(1));
		note(response.status);
		return response;
	}

	/** Serves one WebSocket, or refuses it by returning false. */
	accept(host: HostSocket, url: URL): boolean {
		const { clock, faults, journal } = this.#options;
		const path = url.pathname.slice(1);
		const platform = this.#platformOf(path);
		const fault = faults.strike(path);
		const kind = fault?.fault.kind;
		if (!platform || (kind && kind !== 'delay' && kind !== 'half-open')) return false;
		const socket = new FaultSocket(host, clock, path, {
			onFrame: (text) => {
				for (const line of redactLines(text)) journal.add({ type: 'line', path: url.pathname, line });
			},
			onEnd: () => {
				this.#live.delete(socket);
				journal.add({ type: 'socket-close', path: url.pathname });
			}
		});
		socket.fault = fault;
		if (!platform.accept(socket, url)) return false;
		this.#live.add(socket);
		journal.add({ type: 'socket-open', path: url.pathname, query: redactParameters(url.searchParams) });
		return true;
	}

	/** Sets a fault; it strikes what is open already, all of it together counted as one of its times. */
	strike(fault: Fault): number {
		const { faults } = this.#options;
		const struck = [...this.#live].filter(({ path }) => matchesPath(fault.endpoint, path));
		const standing = faults.set(fault, { used: fault.kind === 'drop' && struck.length > 0 ? 1 : 0 });
		for (const connection of struck) {
			if (fault.kind === 'drop') connection.drop();
			else connection.fault = standing;
		}
		return struck.length;
	}

	/** Cuts every connection. */
	cutAll(): void {
		for (const connection of [...this.#live]) connection.drop();
	}

	#platformOf(path: string): EmulatedPlatform | undefined {
		const prefix = path.split('/', 1)[0] ?? '';
		return this.#options.platforms.find(({ prefixes }) => prefixes.includes(prefix));
	}

	async #respond(request: Request, path: string): Promise<Response> {
		const platform = this.#platformOf(path);
		if (!platform) return new Response('There is no such service here.\n', { status: 404 });
		// A browser's preflight is not what a fault is meant for.
		const fault = request.method === 'OPTIONS' ? undefined : this.#options.faults.strike(path);
		return await this.#hold(request, path, fault, async (signal) => {
			if (fault?.fault.kind === 'delay') await this.#wait(fault.fault.delayMs ?? 0);
			else if (fault && fault.fault.kind !== 'half-open')
				return answerFault(fault.fault, path, this.#options.clock.now());
			return await platform.fetch(new Request(request, { signal }));
		});
	}

	/** Runs one request as a connection that faults can cut or silence while it is held. */
	#hold(
		request: Request,
		path: string,
		fault: StandingFault | undefined,
		run: (signal: AbortSignal) => Promise<Response>
	): Promise<Response> {
		const leave = new AbortController();
		return new Promise((resolve, reject) => {
			const end = (settle: () => void) => {
				if (this.#live.delete(connection)) settle();
			};
			const cut = () => {
				leave.abort();
				reject(new ConnectionCut('The connection was cut.'));
			};
			const connection: LiveConnection = { path, fault, drop: () => end(cut) };
			this.#live.add(connection);
			request.signal.addEventListener('abort', connection.drop, { once: true });
			if (fault?.fault.kind === 'drop') return connection.drop();
			if (silenced(connection)) return;
			run(leave.signal).then(
				(response) => {
					if (!silenced(connection)) end(() => resolve(response));
				},
				(error: unknown) => end(() => reject(error))
			);
		});
	}

	#wait(delayMs: number): Promise<void> {
		return new Promise((resolve) => void this.#options.clock.setTimeout(resolve, delayMs));
	}
}

function silenced({ fault }: LiveConnection): boolean {
	return fault?.fault.kind === 'half-open' && fault.stands();
}

async function readForm(request: Request): Promise<{ form?: Record<string, string> }> {
	const type = request.headers.get('content-type') ?? '';
	if (!type.startsWith('application/x-www-form-urlencoded')) return {};
	return { form: redactParameters(new URLSearchParams(await request.clone().text())) };
}
