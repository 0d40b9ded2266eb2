import { seededRandom } from '#lib/emulator/seeded-random.ts';
import { Accounts } from '#lib/platforms/twitch/emulator/accounts.ts';
import type { ChannelParts } from '#lib/platforms/twitch/emulator/helix/channel-call.ts';
import type { HelixEndpoint } from '#lib/platforms/twitch/emulator/helix/endpoint.ts';
import { Chat } from '#lib/platforms/twitch/emulator/irc/chat.ts';
import { Notifications, type Notification } from '#lib/platforms/twitch/emulator/notifications.ts';
import { seededUsers } from '#lib/platforms/twitch/emulator/seed.ts';
import { Streams } from '#lib/platforms/twitch/emulator/streams.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

interface Answer {
	readonly status: number;
	readonly message?: string;
	readonly data?: readonly Record<string, unknown>[];
}

/** What endpoints work on, on a clock that stands still, and everything that was told. */
export function createParts() {
	const { environment, clock } = createFakeEnvironment();
	const accounts = new Accounts(seededUsers);
	const notifications = new Notifications();
	const told: Notification[] = [];
	notifications.on((notification) => void told.push(notification));
	const chat = new Chat(environment.clock, seededRandom(7), accounts);
	const parts: ChannelParts = {
		accounts,
		chat,
		notifications,
		streams: new Streams(environment.clock, accounts, notifications)
	};
	return { parts, clock, told };
}

/** Calls endpoints as an account that has allowed everything, or the scopes given (`POST /raids?…`). */
export function createCaller(
	endpoints: readonly HelixEndpoint[],
	{ userId = '100001', scopes = allScopes }: { readonly userId?: string; readonly scopes?: readonly string[] } = {}
) {
	return async (call: string, body?: unknown): Promise<Answer> => {
		const [method = '', path = ''] = call.split(' ');
		const url = new URL(`https://helix.invalid${path}`);
		const request = new Request(url, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
		const endpoint = endpoints.find((one) => one.method === method && one.path === url.pathname);
		const token = { clientId: 'client', userId, scopes, expiresAt: Infinity };
		const response = await endpoint?.answer({ request, query: url.searchParams, token });
		const text = (await response?.text()) ?? '';
		return { ...(text && (JSON.parse(text) as object)), status: response?.status ?? 0 };
	};
}

const allScopes = [
	...['channel:manage:raids', 'moderator:manage:shoutouts', 'channel:edit:commercial'],
	...['channel:read:ads', 'channel:manage:ads']
];
