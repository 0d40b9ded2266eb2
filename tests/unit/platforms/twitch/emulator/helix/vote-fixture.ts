import { createClock } from '@sinonjs/fake-timers';
import { Accounts } from '#lib/platforms/twitch/emulator/accounts.ts';
import type { ChannelParts } from '#lib/platforms/twitch/emulator/helix/channel-call.ts';
import type { HelixEndpoint } from '#lib/platforms/twitch/emulator/helix/endpoint.ts';
import { Chat } from '#lib/platforms/twitch/emulator/irc/chat.ts';
import { Notifications, type Notification } from '#lib/platforms/twitch/emulator/notifications.ts';
import { seededUsers } from '#lib/platforms/twitch/emulator/seed.ts';
import { Streams } from '#lib/platforms/twitch/emulator/streams.ts';
import { adaptClock, fakeNow } from '#tests/support/fake-environment.ts';

/** What one item of an answer says, read loosely. */
export type Item = Readonly<Record<string, unknown>>;

/** An answer of an endpoint. */
export interface Answer {
	readonly status: number;
	readonly message?: string;
	readonly data?: readonly Item[];
	readonly pagination?: { readonly cursor?: string };
}

/** A family of endpoints on a clock that stands still, called as TidalKit, with everything that it tells. */
export function createFamily(family: (parts: ChannelParts) => readonly HelixEndpoint[], scopes: readonly string[]) {
	const fake = createClock(fakeNow);
	const clock = adaptClock(fake);
	const accounts = new Accounts(seededUsers);
	const notifications = new Notifications();
	const told: Notification[] = [];
	notifications.on((notification) => told.push(notification));
	const chat = new Chat(clock, () => 0.5, accounts);
	const streams = new Streams(clock, accounts, notifications);
	const endpoints = family({ accounts, chat, streams, notifications });

	/** Calls as an account; `scopes` are what it allowed. */
	async function call(name: string, body?: unknown, options: { userId?: string; scopes?: readonly string[] } = {}) {
		const { userId = '100001', scopes: allowed = scopes } = options;
		const [method = '', address = ''] = name.split(' ');
		const url = new URL(address, 'http://helix.invalid');
		const request = new Request(url, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
		const token = { clientId: 'panel', userId, scopes: allowed, expiresAt: Infinity };
		const endpoint = endpoints.find((one) => one.method === method && one.path === url.pathname);
		const response = await endpoint?.answer({ request, query: url.searchParams, token });
		if (!response) throw new Error(`There is no ${name}.`);
		return { ...((await response.json()) as object), status: response.status } as Answer;
	}
	return { fake, chat, accounts, streams, told, call };
}
