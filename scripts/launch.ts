import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** A plain message for the person at the terminal; no stack is shown. */
export class LaunchError extends Error {}

/** One program to run. */
export interface Program {
	readonly name: string;
	readonly command: string;
	readonly args: readonly string[];
	readonly environment?: Readonly<Record<string, string>>;
	/** Everything that it writes goes there. */
	readonly logFile?: string;
}

const tailLength = 4_000;
const patienceMs = 5_000;
const pollMs = 100;

/** No tool asks anything, reports anything home or looks for a newer version of itself. */
const quiet = {
	CI: '1',
	DO_NOT_TRACK: '1',
	NO_UPDATE_NOTIFIER: '1',
	WRANGLER_SEND_METRICS: 'false',
	CLOUDFLARE_CF_FETCH_ENABLED: 'false',
	NO_COLOR: '1'
};

/** Programs that live and end together. */
export class Launch {
	readonly #children = new Map<ChildProcess, string>();
	readonly #failure = Promise.withResolvers<never>();
	#stopping = false;

	constructor() {
		this.#failure.promise.catch(() => {});
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void this.#leave());
		const parent = process.ppid;
		if (process.env['npm_lifecycle_event'] !== undefined)
			setInterval(() => process.ppid !== parent && void this.#leave(), pollMs).unref();
	}

	/** Rejects when a program ends by itself. */
	get failed(): Promise<never> {
		return this.#failure.promise;
	}

	/** Starts a program that should run on. */
	start(program: Program): void {
		const { child, readTail } = this.#spawn(program);
		child.once('exit', (code) => {
			if (!this.#stopping) this.#failure.reject(describe(program.name, code, readTail()));
		});
	}

	/** Runs a program to its end; rejects with its last output when it fails. */
	async run(program: Program): Promise<void> {
		const { child, readTail } = this.#spawn(program);
		const [code] = (await once(child, 'exit')) as [number | null];
		if (code !== 0 && !this.#stopping) throw describe(program.name, code, readTail());
	}

	/** Waits until an address answers, or a program ended. */
	async waitFor(url: string, timeoutMs: number): Promise<void> {
		const deadline = Date.now() + timeoutMs;
		while (!(await Promise.race([answers(url), this.failed]))) {
			if (Date.now() > deadline) throw new LaunchError(`${url} did not answer within ${timeoutMs / 1000} s.`);
			await new Promise((resolve) => setTimeout(resolve, pollMs));
		}
	}

	/** Ends every program that was started, each with what it started itself. */
	async stop(): Promise<void> {
		this.#stopping = true;
		await Promise.all([...this.#children.keys()].map((child) => end(child)));
	}

	/** npm passes a signal on to the shell between us and it, which ends without passing it on. */
	async #leave(): Promise<void> {
		await this.stop();
		process.exit(0);
	}

	#spawn({ name, command, args, environment, logFile }: Program) {
		const child = spawn(command, args, {
			env: { ...process.env, ...quiet, ...environment },
			stdio: ['ignore', 'pipe', 'pipe'],
			// A group of its own, so that Ctrl-C reaches this script alone, which then ends the whole group by its id.
			detached: process.platform !== 'win32'
		});
		this.#children.set(child, name);
		child.once('exit', () => this.#children.delete(child));
		child.once('error', (error) => this.#failure.reject(new LaunchError(`${name} could not start: ${error.message}`)));
		return { child, readTail: collect(child, logFile) };
	}
}

function collect(child: ChildProcess, logFile: string | undefined): () => string {
	const log = logFile === undefined ? undefined : createWriteStream(logFile);
	let tail = '';
	for (const stream of [child.stdout, child.stderr])
		stream?.on('data', (part: Buffer) => {
			log?.write(part);
			tail = (tail + String(part)).slice(-tailLength);
		});
	return () => tail.trim();
}

function describe(name: string, code: number | null, tail: string): LaunchError {
	return new LaunchError(`${name} ended (${code ?? 'killed'}).${tail ? ` Its last words:\n\n${tail}` : ''}`);
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url, { signal: AbortSignal.timeout(patienceMs) })).ok;
	} catch {
		return false;
	}
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = once(child, 'exit');
	kill(child, 'SIGTERM');
	const timer = setTimeout(() => kill(child, 'SIGKILL'), patienceMs);
	await gone;
	clearTimeout(timer);
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		if (process.platform === 'win32') child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		child.kill(signal);
	}
}

/** Starts programs and stays until one of them ends by itself; then all end, and the terminal is told why. */
export async function launchAll(start: (launch: Launch) => Promise<void>): Promise<void> {
	const launch = new Launch();
	try {
		await start(launch);
		await launch.failed;
	} catch (error) {
		await launch.stop();
		console.error(error instanceof LaunchError ? `\n${error.message}\n` : error);
		process.exit(1);
	}
}
