import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
// eslint-disable-next-line no-restricted-imports -- no alias reaches the scripts
import { Launch } from '../../scripts/launch.ts';
// eslint-disable-next-line no-restricted-imports -- no alias reaches the scripts
import { prepareStage, startEmulator, startWorker, type Stage } from '../../scripts/stage.ts';

/** The Worker in workerd, with the emulator as the platforms and without pages. */
export interface RunningWorker {
	/** Without a slash at the end. */
	readonly url: string;
	/** Signs a streamer of the emulated Twitch in and gives their access token, as a page of ours has it. */
	signIn(userId?: string): Promise<string>;
	/** As a page of ours posts. */
	post(path: string, body: unknown): Promise<Response>;
	/** Ends the Worker and starts it anew, with what its objects had stored. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

/** TidalKit of the emulated Twitch. */
export const tidalKit = '100001';

/** Starts it on ports of its own; whoever starts it stops it. */
export async function startRunningWorker(): Promise<RunningWorker> {
	const [port = 0, emulatorPort = 0] = await takeFreePorts(2);
	const stage = prepareStage(port, emulatorPort);
	const emulator = new Launch();
	let worker = new Launch();
	await Promise.all([startEmulator(emulator, stage), startWorker(worker, stage, port, emptyPages(stage))]);
	const url = `http://127.0.0.1:${port}`;
	const post = (path: string, body: unknown) =>
		fetch(`${url}${path}`, {
			method: 'POST',
			headers: { Origin: url, 'Content-Type': 'application/json' },
			body: JSON.stringify(body)
		});
	return {
		url,
		post,
		async signIn(userId = tidalKit) {
			const answer = await post('/api/oauth/twitch/token', { code: await authorize(stage, userId) });
			return ((await answer.json()) as { readonly accessToken: string }).accessToken;
		},
		async restart() {
			await worker.stop();
			worker = new Launch();
			await startWorker(worker, stage, port, emptyPages(stage));
		},
		async stop() {
			await Promise.all([worker.stop(), emulator.stop()]);
			rmSync(stage.folder, { recursive: true, force: true });
		}
	};
}

/** Presses "Authorize" on the emulated Twitch. */
async function authorize({ configuration, port }: Stage, userId: string): Promise<string> {
	const url = new URL(`${configuration['TWITCH_AUTH_URL']}/authorize`);
	url.search = new URLSearchParams({
		client_id: configuration['TWITCH_CLIENT_ID'] ?? '',
		redirect_uri: `http://127.0.0.1:${port}/connect/twitch`,
		response_type: 'code',
		scope: 'chat:read',
		state: 'a-state'
	}).toString();
	const body = new URLSearchParams({ decision: 'authorize', account: userId });
	const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
	const code = new URL(answer.headers.get('location') ?? 'http://nowhere.invalid').searchParams.get('code');
	if (code === null) throw new Error(`The emulated Twitch gave no code (${answer.status}).`);
	return code;
}

function emptyPages({ folder }: Stage): string {
	const pages = `${folder}/no-pages`;
	mkdirSync(pages, { recursive: true });
	writeFileSync(`${pages}/index.html`, '');
	return pages;
}

/** All are held until all are known, so that they differ. */
async function takeFreePorts(count: number): Promise<readonly number[]> {
	const servers = Array.from({ length: count }, () => createServer());
	await Promise.all(servers.map((server) => once(server.listen(0, '127.0.0.1'), 'listening')));
	const ports = servers.map((server) => (server.address() as AddressInfo).port);
	await Promise.all(servers.map((server) => once(server.close(), 'close')));
	return ports;
}
