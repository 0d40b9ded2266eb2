import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFreePort } from './free-port.ts';

/** The real Worker with its objects, in a workerd of its own, with nothing between it and who asks. */
export interface Workerd {
	readonly origin: string;
	/** Its process. */
	readonly pid: () => number | undefined;
	/** What it wrote: workerd tells of every exception that nobody caught. */
	readonly output: () => string;
	/** Ends it at once, as a machine that fails does. */
	kill(): Promise<void>;
	/** Starts it again where it was, with what its objects stored. */
	start(): Promise<void>;
	/** Ends it and removes its files. */
	remove(): Promise<void>;
}

const workerd = resolve('node_modules/workerd/bin/workerd');
const patienceMs = 30_000;
const pollMs = 50;

/** What a Worker is given, by the names of its bindings. */
interface Bindings {
	readonly settings: Readonly<Record<string, string>>;
	/** The classes of its objects. */
	readonly objects: Readonly<Record<string, string>>;
}

/** Builds the Worker as it is deployed, and starts it with these settings. */
export async function startWorkerd(settings: Readonly<Record<string, string>>): Promise<Workerd> {
	const folder = createFolder();
	await bundle(folder);
	const declared = readFileSync('wrangler.toml', 'utf8').matchAll(/^name = "(\w+)"\nclass_name = "(\w+)"$/gm);
	const objects = Object.fromEntries([...declared].map(([, name = '', className = '']) => [name, className]));
	return serve(folder, { settings, objects });
}

/** Starts a Worker of another's, to compare with. */
export async function startScript(script: string, bindings: Bindings): Promise<Workerd> {
	const folder = createFolder();
	mkdirSync(`${folder}/bundle`);
	writeFileSync(`${folder}/bundle/main.js`, script);
	return serve(folder, bindings);
}

function createFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'tributary-workerd-'));
	mkdirSync(`${folder}/storage`);
	return folder;
}

async function serve(folder: string, bindings: Bindings): Promise<Workerd> {
	const port = await findFreePort();
	const origin = `http://127.0.0.1:${port}`;
	writeFileSync(`${folder}/config.capnp`, formatConfig(port, folder, bindings), { mode: 0o600 });
	let child: ChildProcess | undefined;
	let output = '';

	async function start(): Promise<void> {
		child = spawn(workerd, ['serve', `${folder}/config.capnp`], { stdio: ['ignore', 'pipe', 'pipe'] });
		for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += String(part)));
		await answered(`${origin}/api/config`, () => output);
	}
	async function kill(): Promise<void> {
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const gone = once(child, 'exit');
		child.kill('SIGKILL');
		await gone;
	}
	async function remove(): Promise<void> {
		await kill();
		rmSync(folder, { recursive: true, force: true });
	}
	await start();
	return { origin, pid: () => child?.pid, output: () => output, kill, start, remove };
}

async function bundle(folder: string): Promise<void> {
	mkdirSync(`${folder}/assets`);
	const flags = ['deploy', '--dry-run', '--outdir', `${folder}/bundle`, '--assets', `${folder}/assets`];
	const quiet = { CI: '1', NO_COLOR: '1', WRANGLER_SEND_METRICS: 'false', WRANGLER_LOG_PATH: `${folder}/logs` };
	const child = spawn(process.execPath, ['node_modules/wrangler/bin/wrangler.js', ...flags], {
		env: { ...process.env, ...quiet },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += String(part)));
	const [code] = (await once(child, 'exit')) as [number | null];
	if (code !== 0) throw new Error(`The Worker could not be built:\n${output}`);
}

/** @see https://github.com/cloudflare/workerd src/workerd/server/workerd.capnp */
function formatConfig(port: number, folder: string, { settings, objects }: Bindings): string {
	const date = /^compatibility_date = "(.+)"$/m.exec(readFileSync('wrangler.toml', 'utf8'))?.[1] ?? '';
	const text = (value: string) => JSON.stringify(value);
	const bindings = [
		...Object.entries(settings).map(([name, value]) => `(name = ${text(name)}, text = ${text(value)})`),
		...Object.entries(objects).map(
			([name, className]) => `(name = ${text(name)}, durableObjectNamespace = ${text(className)})`
		)
	];
	const namespaces = Object.values(objects).map(
		(className) => `(className = ${text(className)}, uniqueKey = ${text(className)}, enableSql = true)`
	);
	return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
	services = [
		(name = "main", worker = (
			modules = [(name = "main.js", esModule = embed "bundle/main.js")],
			compatibilityDate = ${text(date)},
			bindings = [${bindings.join(', ')}],
			durableObjectNamespaces = [${namespaces.join(', ')}],
			durableObjectStorage = (localDisk = "storage"))),
		(name = "storage", disk = (path = ${text(`${folder}/storage`)}, writable = true))],
	sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]);
`;
}

async function answered(url: string, output: () => string): Promise<void> {
	const deadline = Date.now() + patienceMs;
	while (!(await answers(url))) {
		if (Date.now() > deadline) throw new Error(`The Worker did not start:\n${output()}`);
		await new Promise((done) => setTimeout(done, pollMs));
	}
}

async function answers(url: string): Promise<boolean> {
	try {
		const answer = await fetch(url, { signal: AbortSignal.timeout(1_000) });
		await answer.body?.cancel();
		return true;
	} catch {
		return false;
	}
}
