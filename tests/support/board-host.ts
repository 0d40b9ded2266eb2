import type { Board } from '#lib/interactive/board/board.ts';
import type { Trigger } from '#lib/interactive/board/engine-state.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import type { ChatMessage } from '#lib/model/chat.ts';
import type { Redemption } from '#lib/model/redemption.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { BoardHost, type BoardHostPorts } from '#lib/state/board-host.svelte.ts';
import { createInteractiveHost } from './interactive-host.ts';
import { createBoard } from './played-board.ts';

/** A board whose button is pressed by everything, one that costs, a vote and a joystick. */
export const playedBoard = createBoard({
	jump: {
		text: 'Jump',
		rules: { cooldownMs: 2_000, inputs: { chat: '!jump', rewardId: 'r1', bits: 10 }, effects: [{ type: 'sound' }] }
	},
	bomb: { rules: { cost: 60, effects: [{ type: 'image' }] } },
	left: { rules: { aggregate: 'vote', windowMs: 1_000, inputs: { chat: '1' } } },
	stick: { kind: 'joystick', rules: { aggregate: 'mean' } }
});

/** The streamer's channel. */
export const own = { platform: 'twitch', key: 'tidalkit' } as const;

/** A line of PixelGull's in the streamer's chat. */
export function chatLine(text: string, more: Partial<ChatMessage> = {}): ChatMessage {
	const author = { userId: '9', login: 'pixelgull', displayName: 'PixelGull', badges: [], roles: [] };
	const line = { id: 'm', channel: own, author, text, fragments: [], sentAt: 0, action: false };
	return { ...line, firstMessage: false, highlighted: false, ...more };
}

/** PixelGull redeemed the reward of the board's button. */
export function redemption(status: Redemption['status'] = 'unfulfilled'): StreamEvent {
	const person = { userId: '9', login: 'pixelgull', displayName: 'PixelGull' };
	const redeemed = { id: 'x', reward: { id: 'r1', title: 'Jump', cost: 5 }, person, input: '', status, redeemedAt: 1 };
	return { id: 'e', platform: 'twitch', at: 1, type: 'redemption', phase: 'add', redemption: redeemed };
}

/** A host of boards on the pure room, with what its effects and redemptions came to. */
export function createHost(ports: Partial<BoardHostPorts> = {}) {
	const room = createInteractiveHost({ fetch: () => Response.json([{ address: 'wss://host.example/gameClient' }]) });
	const triggers: Trigger[] = [];
	const settled: boolean[] = [];
	let locked = false;
	const host = new BoardHost({
		environment: room.environment,
		origin: 'https://tributary.example',
		requestToken: async () => ({ accessToken: 'secret' }),
		takeLock: async () => {
			if (locked) return undefined;
			locked = true;
			return () => (locked = false);
		},
		own: () => [own],
		runEffect: async (_effect, trigger) => void triggers.push(trigger),
		settle: (_redemption, accepted) => void settled.push(accepted),
		...ports
	});
	const pass = async (ms: number) => void (await room.clock.tickAsync(ms));
	const start = async (what: Board = playedBoard) => {
		const starting = host.start(what, 'democracy');
		await pass(0);
		await starting;
		await pass(0);
	};
	const calls = (method: string) =>
		room.sockets
			.flatMap(({ received }) => received.map((frame) => JSON.parse(frame) as { method: string; params: JsonObject }))
			.filter((call) => call.method === method)
			.map(({ params }) => params);
	return { host, room, triggers, settled, pass, start, calls };
}
