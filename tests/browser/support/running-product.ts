import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { parseEnv } from 'node:util';
import { createControl, type Control } from './control.ts';

/** The built product as `npm start` runs it, on ports of its own, with nobody talking. */
export interface Product {
	/** Where its pages are, without a slash at the end. */
	readonly url: string;
	readonly control: Control;
	/** The settings that its Worker was given, secrets included. */
	readonly variables: Readonly<Record<string, string | undefined>>;
	/** Everything that the Worker and its server have written so far. */
	readLog(): string;
}

const readyLine = /^Tributary: (\S+)$/m;

/** Starts the product, lends it, and ends it by its process id. */
export async function withProduct(use: (product: Product) => Promise<void>): Promise<void> {
	const [port, emulatorPort] = await takeFreePorts();
	const folder = `.wrangler/start-${port}`;
	const child = spawn(process.execPath, ['scripts/start.ts'], {
		env: {
			...process.env,
			PORT: String(port),
			EMULATOR_PORT: String(emulatorPort),
			EMULATOR_POPULATION: 'off',
			TRIBUTARY_SKIP_BUILD: '1'
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	try {
		const url = await waitForReadyLine(child);
		await use({
			url,
			control: createControl(`http://127.0.0.1:${emulatorPort}`),
			variables: parseEnv(readFileSync(`${folder}/variables`, 'utf8')),
			readLog: () => readFileSync(`${folder}/worker.log`, 'utf8')
		});
	} finally {
		await end(child);
		rmSync(folder, { recursive: true, force: true });
	}
}

async function waitForReadyLine(child: ChildProcess): Promise<string> {
	let output = '';
	return await new Promise((resolve, reject) => {
		for (const stream of [child.stdout, child.stderr])
			stream?.on('data', (part: Buffer) => {
				output += String(part);
				const url = readyLine.exec(output)?.[1];
				if (url !== undefined) resolve(url);
			});
		child.once('exit', () => reject(new Error(`The product did not start:\n${output}`)));
	});
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = once(child, 'exit');
	child.kill('SIGTERM');
	await gone;
}

/** Both are held until both are known, so that they differ. */
async function takeFreePorts(): Promise<readonly [number, number]> {
	const [first, second] = [createServer(), createServer()];
	await Promise.all([first, second].map((server) => once(server.listen(0, '127.0.0.1'), 'listening')));
	const ports = [portOf(first.address()), portOf(second.address())] as const;
	await Promise.all([first, second].map((server) => once(server.close(), 'close')));
	return ports;
}

function portOf(address: string | AddressInfo | null): number {
	if (typeof address === 'object' && address) return address.port;
	throw new Error('The server does not listen on a port.');
}
