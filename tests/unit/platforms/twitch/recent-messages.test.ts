import { expect, test } from 'vitest';
import type { ChatEvent } from '#lib/model/chat.ts';
import { decodeLine } from '#lib/platforms/twitch/chat-codec.ts';
import type { IrcMessage } from '#lib/platforms/twitch/irc.ts';
import { fillGap, requestRecentMessages } from '#lib/platforms/twitch/recent-messages.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

const channel = { platform: 'twitch', key: 'pool' };
const gap = { id: 'gap-1', channel, from: 100_000, to: 160_000 };
const tags = (at: number, more = '') => `@rm-received-ts=${at};historical=1;tmi-sent-ts=${at}${more}`;
const say = (id: string, at: number, more = '') =>
	`${tags(at, `;id=${id};user-id=7${more}`)} :a!a@a PRIVMSG #pool ${id}`;
const decode = (line: IrcMessage, receivedAt: number) => decodeLine(line, { receivedAt, createId: () => 'made-up' });

const fill = (lines: readonly string[], joined = true) => fillGap(gap, { lines, joined }, decode);
const shape = (events: readonly ChatEvent[]) =>
	events.map((event) => {
		if (event.type === 'message') return event.message.id;
		if (event.type === 'gap') return `${event.gap.from}-${event.gap.to}`;
		return event.type;
	});

test('a gap that the service covers is filled, in order, with lines marked as historical', () => {
	const events = fill([say('old', 1_000), say('a', 110_000), say('b', 120_000)]);

	expect(shape(events)).toEqual(['a', 'b']);
	expect(events[0]).toMatchObject({ message: { historical: true, sentAt: 110_000, text: 'a' } });
});

test('what the service remembers only in part is filled, and the rest stays one gap', () => {
	expect(shape(fill([say('a', 130_000)]))).toEqual(['100000-130000', 'a']);
	expect(shape(fill([say('old', 1_000), say('a', 130_000)], false))).toEqual(['130000-160000', 'a']);
	expect(shape(fill([say('a', 130_000)], false))).toEqual(['100000-160000', 'a']);
	expect(shape(fill([]))).toEqual(['100000-160000']);
});

test('deletions in history come with the lines that they concern, and spare what was sent later', () => {
	const clearChat = `${tags(125_000, ';target-user-id=7')} :tmi.twitch.tv CLEARCHAT #pool a`;

	const events = fill([say('old', 1_000), say('a', 110_000, ';rm-deleted=1'), clearChat]);

	expect(events.slice(1)).toEqual([
		{ type: 'deletion', channel, messageId: 'a' },
		{ type: 'timeout', channel, userId: '7', at: 125_000 }
	]);
});

test('lines that are malformed, of another kind, or without an id or a time are passed over', () => {
	const lines = [
		say('old', 1_000),
		'@@@ ::',
		`${tags(110_000)} :tmi.twitch.tv ROOMSTATE #pool`,
		`${tags(111_000)} :a!a@a PRIVMSG #pool :no id`,
		'@id=x;tmi-sent-ts=112000 :a!a@a PRIVMSG #pool :no time of receipt'
	];

	expect(fill(lines)).toEqual([]);
});

const request = (fetch: (request: Request) => Response) => {
	const fake = createFakeEnvironment({ fetch });
	const answer = requestRecentMessages({
		url: 'https://history.invalid/api/v2',
		channelKey: 'pool',
		environment: fake.environment
	});
	return { ...fake, answer };
};

test('the service is asked once by the name of the channel, and an error in its answer means that it does not listen', async () => {
	const asked: string[] = [];
	const { answer } = request(({ url }) => {
		asked.push(url);
		return Response.json({ messages: ['a', 1, null], error: 'not joined', error_code: 'channel_not_joined' });
	});

	expect(await answer).toEqual({ lines: ['a'], joined: false });
	expect(asked).toEqual(['https://history.invalid/api/v2/recent-messages/pool?limit=500']);
});

test('a passing fault is tried once more', async () => {
	let asked = 0;
	const { answer, clock } = request(() => {
		asked++;
		return asked === 1 ? new Response(null, { status: 503 }) : Response.json({ messages: [] });
	});
	await clock.tickAsync(2_000);

	expect(await answer).toEqual({ lines: [], joined: true });
});

test.each([
	['a refusal', () => Response.json({ status: 403, error_code: 'channel_ignored' }, { status: 403 }), 'status_403'],
	['a page', () => new Response('<!doctype html>'), 'malformed_answer'],
	['another shape', () => Response.json({ messages: 'none' }), 'malformed_answer']
])('%s is not asked about again', async (_name, answerWith, code) => {
	let asked = 0;
	const { answer } = request(() => (asked++, answerWith()));

	await expect(answer).rejects.toMatchObject({ code });
	expect(asked).toBe(1);
});
