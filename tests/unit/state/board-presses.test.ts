import { expect, test } from 'vitest';
import type { ChatMessage } from '#lib/model/chat.ts';
import { chatLine, createHost, redemption } from '#tests/support/board-host.ts';
import { createBoard } from '#tests/support/played-board.ts';

test('a viewer, a chatter, a reward and bits meet one cooldown, which the room learns', async () => {
	const { host, room, triggers, start, pass, settled } = createHost();
	await start();
	room.join('ann');
	host.takeChat(chatLine('!JUMP please'));
	await pass(0);

	expect(() => room.give('ann', { controlID: 'jump', event: 'mousedown' })).toThrow('cooling down');
	host.takeEvent(redemption());
	host.takeEvent({ id: 'c', platform: 'twitch', at: 1, type: 'cheer', bits: 100, text: 'Cheer100' });
	await pass(2_000);
	host.takeEvent(redemption());
	await pass(2_000);
	host.takeEvent({ id: 'c', platform: 'twitch', at: 1, type: 'cheer', bits: 100, text: 'Cheer100' });
	await pass(2_000);
	room.give('ann', { controlID: 'jump', event: 'mousedown' });
	await pass(0);

	expect(triggers.map(({ input }) => input.source)).toEqual(['chat', 'reward', 'bits', 'viewer']);
	expect(settled).toEqual([false, true]);
});

test('what the board itself says in chat presses nothing', async () => {
	const { host, triggers, start, pass } = createHost();
	await start();

	host.rememberLine('!jump');
	host.takeChat(chatLine('!jump'));
	await pass(0);

	expect(triggers).toEqual([]);
});

test('one chatter cannot press without end, and others still can', async () => {
	const { host, triggers, start, pass } = createHost();
	await start(createBoard({ jump: { rules: { inputs: { chat: '!jump' }, effects: [{ type: 'sound' }] } } }));

	for (let turn = 0; turn < 50; turn++) host.takeChat(chatLine('!jump'));
	const other = { ...chatLine('!jump').author, userId: '10' };
	host.takeChat(chatLine('!jump', { author: other }));
	await pass(0);

	expect(triggers).toHaveLength(6);
});

test('a redemption that was made up presses while trying out only, and is answered to nobody', async () => {
	const { host, triggers, settled, start, pass } = createHost();
	await start();

	host.takeEvent({ ...redemption(), simulated: true });
	host.tryingOut = true;
	host.takeEvent({ ...redemption(), simulated: true });
	await pass(0);

	expect(triggers).toHaveLength(1);
	expect(settled).toEqual([]);
});

test.each([
	['of another channel', { channel: { platform: 'twitch', key: 'other' } }],
	['from before', { historical: true }],
	['of a shared chat', { source: { channelId: '5', messageId: 'm', foreign: true } }],
	['that came with bits', { bits: 10 }],
	['that came with a reward', { rewardId: 'r1' }]
] as const)('a line %s presses nothing', async (_name, more) => {
	const { host, triggers, start, pass } = createHost();
	await start();

	host.takeChat(chatLine('!jump', more as Partial<ChatMessage>));
	await pass(0);

	expect(triggers).toEqual([]);
});
