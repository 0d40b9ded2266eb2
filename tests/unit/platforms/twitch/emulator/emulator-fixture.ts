import { createClock, type Clock as FakeTimers } from '@sinonjs/fake-timers';
import { seededRandom } from '#lib/emulator/seeded-random.ts';
import type { ServerSocket } from '#lib/platforms/emulated-platform.ts';
import { createTwitchEmulator, type TwitchEmulator } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';

export const base = 'http://127.0.0.1:8788/twitch';
export const redirectUri = 'http://localhost:8787/connect/twitch';
export const client = { client_id: 'panel-client', client_secret: 'panel-secret' } as const;
/** An application that people sign in through. */
const asPanel: Readonly<Record<'client_id' | 'client_secret', string>> = client;
export const otherClient = { client_id: 'other-client', client_secret: 'other-secret' } as const;
export const publicClientId = 'public-client';
export const chatScopes = 'chat:read chat:edit';

/** An emulator on a clock that stands still until it is told. */
export interface EmulatorFixture {
	readonly emulator: TwitchEmulator;
	readonly clock: FakeTimers;
}

export function createEmulator(): EmulatorFixture {
	const clock = createClock(Date.UTC(2026, 0, 1, 12));
	const emulator = createTwitchEmulator({
		clock: {
			now: () => clock.now,
			setTimeout: (callback, delayMs) => clock.setTimeout(callback, delayMs),
			clearTimeout: (timer) => clock.clearTimeout(timer as Parameters<FakeTimers['clearTimeout']>[0])
		},
		random: seededRandom(7),
		clients: [
			{ clientId: client.client_id, clientSecret: client.client_secret, redirectUris: [redirectUri], name: 'Panel' },
			{ clientId: otherClient.client_id, clientSecret: otherClient.client_secret, redirectUris: [], name: 'Other' },
			{ clientId: publicClientId, redirectUris: [], name: 'Television' }
		],
		baseUrl: base
	});
	return { emulator, clock };
}

/** The address of the authorize page; an `undefined` parameter is left out. */
export function authorizeUrl(changes: Record<string, string | undefined> = {}): string {
	const parameters = {
		client_id: client.client_id,
		redirect_uri: redirectUri,
		response_type: 'code',
		scope: chatScopes,
		state: 'a state',
		force_verify: 'true',
		...changes
	};
	const present = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
	return `${base}/oauth2/authorize?${new URLSearchParams(present)}`;
}

export function post(emulator: TwitchEmulator, url: string, form: Record<string, string>): Promise<Response> {
	return emulator.fetch(new Request(url, { method: 'POST', body: new URLSearchParams(form) }));
}

export function get(emulator: TwitchEmulator, path: string, headers: Record<string, string> = {}): Promise<Response> {
	return emulator.fetch(new Request(base + path, { headers }));
}

export function requestToken(emulator: TwitchEmulator, form: Record<string, string>): Promise<Response> {
	return post(emulator, `${base}/oauth2/token`, form);
}

/** Presses Authorize for a seeded account; the code that came back. */
export async function authorize(
	emulator: TwitchEmulator,
	login = 'tidalkit',
	scope = chatScopes,
	{ client_id } = asPanel
): Promise<string> {
	const account = emulator.users.find((user) => user.login === login)?.id ?? '';
	const answer = await post(emulator, authorizeUrl({ client_id, scope }), { decision: 'authorize', account });
	return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

/** What the token endpoint answers. */
export interface TokenAnswer {
	readonly access_token: string;
	readonly refresh_token: string;
	readonly expires_in: number;
	readonly scope?: readonly string[];
	readonly token_type: string;
}

export async function signIn(
	emulator: TwitchEmulator,
	login = 'tidalkit',
	scope = chatScopes,
	through = asPanel
): Promise<TokenAnswer> {
	const code = await authorize(emulator, login, scope, through);
	const form = { ...through, grant_type: 'authorization_code', code, redirect_uri: redirectUri };
	const answer = await requestToken(emulator, form);
	return (await answer.json()) as TokenAnswer;
}

export async function requestAppToken(emulator: TwitchEmulator): Promise<TokenAnswer> {
	const answer = await requestToken(emulator, { ...client, grant_type: 'client_credentials' });
	return (await answer.json()) as TokenAnswer;
}

/** One WebSocket, seen from the client's side. */
export class ChatSocket implements ServerSocket {
	onmessage: ((text: string) => void) | null = null;
	onclose: (() => void) | null = null;
	readonly frames: string[] = [];
	closed = false;

	constructor(emulator: TwitchEmulator) {
		emulator.accept(this, new URL(`${base}/irc`));
	}

	/** All lines received so far. */
	get lines(): readonly string[] {
		return this.frames.flatMap((frame) => frame.split('\r\n')).filter((line) => line !== '');
	}

	send(text: string): void {
		this.frames.push(text);
	}

	close(): void {
		this.closed = true;
		this.onclose?.();
	}

	/** Sends lines; what came back for them. */
	write(...lines: readonly string[]): readonly string[] {
		const seen = this.lines.length;
		this.onmessage?.(lines.map((line) => `${line}\r\n`).join(''));
		return this.lines.slice(seen);
	}

	/** Forgets what was received. */
	forget(): void {
		this.frames.length = 0;
	}
}

export const allCapabilities = 'CAP REQ :twitch.tv/tags twitch.tv/commands';

/** An anonymous reader with tags and commands. */
export function openReader(emulator: TwitchEmulator, ...channels: readonly string[]): ChatSocket {
	const socket = new ChatSocket(emulator);
	socket.write(allCapabilities, 'NICK justinfan123', ...channels.map((channel) => `JOIN #${channel}`));
	socket.forget();
	return socket;
}

/** A seeded account in chat, with tags and commands. */
export async function openChatter(
	emulator: TwitchEmulator,
	login: string,
	...channels: readonly string[]
): Promise<ChatSocket> {
	const { access_token } = await signIn(emulator, login);
	const socket = new ChatSocket(emulator);
	const joins = channels.map((channel) => `JOIN #${channel}`);
	socket.write(allCapabilities, `PASS oauth:${access_token}`, `NICK ${login}`, ...joins);
	socket.forget();
	return socket;
}
