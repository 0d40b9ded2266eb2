import { expect, test } from 'vitest';
import type { Poll } from '#lib/model/poll.ts';
import { pollEndpoints } from '#lib/platforms/twitch/emulator/helix/polls.ts';
import { Polls } from '#lib/state/polls.svelte.ts';
import { createVoteRoom } from './vote-room.ts';

const draft = { title: 'Tea or coffee?', choices: ['Tea', 'Coffee'], seconds: 60 };

async function open() {
	const world = createVoteRoom(pollEndpoints, 'channel:manage:polls');
	const polls = new Polls(world.room, world.clock);
	const close = polls.open();
	await world.fake.tickAsync(0);
	world.calls.length = 0;
	const hear = (poll: Poll, phase: 'progress' | 'end' = 'progress') =>
		world.events.emit({ id: 'x', platform: 'twitch', at: 0, type: 'poll', phase, poll });
	return { ...world, polls, close, hear };
}

function withVotes(poll: Poll | undefined, votes: number, change: Partial<Poll> = {}): Poll {
	if (!poll) throw new Error('There is no poll.');
	return { ...poll, choices: poll.choices.map((choice) => ({ ...choice, votes })), ...change };
}

test('a poll is there at once, gathers votes though nothing is told, and is asked for when its time is up', async () => {
	const { polls, fake, calls } = await open();
	await polls.start(draft);
	expect(polls.live).toMatchObject({ title: 'Tea or coffee?', status: 'active' });

	await fake.tickAsync(31_000);
	expect(polls.live?.choices[0]?.votes).toBeGreaterThan(0);
	await fake.tickAsync(32_000);

	expect(polls.live).toBeUndefined();
	expect(polls.record.newest).toMatchObject({ status: 'completed' });
	expect(calls).toEqual(['POST /polls', 'GET /polls', 'GET /polls', 'GET /polls']);
	await fake.tickAsync(600_000);
	expect(calls).toHaveLength(4);
});

test('what is told moves a poll on and never back', async () => {
	const { polls, hear } = await open();
	await polls.start(draft);
	const { live } = polls;

	hear(withVotes(live, 9));
	hear(withVotes(live, 4));
	expect(polls.live?.choices[0]?.votes).toBe(9);
	hear(withVotes(live, 12, { status: 'terminated' }), 'end');
	hear(withVotes(live, 30));
	expect(polls.live).toBeUndefined();
	hear(withVotes(live, 12, { status: 'archived' }), 'end');
	hear(withVotes(live, 12, { status: 'terminated' }), 'end');

	expect(polls.record.list).toMatchObject([{ status: 'archived', choices: [{ votes: 12 }, { votes: 12 }] }]);
});

test('a poll that was started elsewhere shows, an older one does not take its place, and a simulated one is none', async () => {
	const { polls, hear, events } = await open();
	await polls.start(draft);
	const first = withVotes(polls.live, 3, { status: 'completed' });
	hear(first, 'end');

	hear({ ...first, id: 'newer', status: 'active', startedAt: first.startedAt + 1 });
	hear({ ...first, id: 'older', status: 'active', startedAt: first.startedAt - 1 });
	const made = { ...first, id: 'made-up', status: 'active', startedAt: first.startedAt + 9 } as const;
	events.emit({ id: 'y', platform: 'twitch', at: 0, simulated: true, type: 'poll', phase: 'begin', poll: made });

	expect(polls.live?.id).toBe('newer');
});

test('when the answer is lost it is found out that the poll runs', async () => {
	const { polls, calls, mishaps } = await open();
	mishaps.push('lost-answer');

	await polls.start(draft);

	expect(polls.live?.title).toBe('Tea or coffee?');
	expect(calls).toEqual(['POST /polls', 'GET /polls']);
});

test.each(['lost-call', 503] as const)('after %s it is certain that nothing was started', async (mishap) => {
	const { polls, calls, mishaps } = await open();
	mishaps.push(mishap);

	await expect(polls.start(draft)).rejects.toMatchObject({ code: 'not_done' });

	expect(calls).toEqual(['POST /polls', 'GET /polls']);
	await polls.start(draft);
	expect(polls.live).toBeDefined();
});

test('while nobody knows whether it runs, the next try asks before it sends anything', async () => {
	const { polls, calls, mishaps } = await open();
	mishaps.push('lost-answer', 'lost-call');
	await expect(polls.start(draft)).rejects.toMatchObject({ code: 'unreachable' });
	mishaps.push('lost-call');
	await expect(polls.start(draft)).rejects.toMatchObject({ code: 'unreachable' });

	await polls.start(draft);

	expect(polls.live?.title).toBe('Tea or coffee?');
	expect(calls.filter((call) => call === 'POST /polls')).toHaveLength(1);
});

test.each([
	[429, 'rate_limited', ['POST /polls']],
	[403, 'status_403', ['POST /polls', 'GET /polls']]
])('a refusal with %i is told as %s and nothing is tried again', async (status, code, sent) => {
	const { polls, calls, mishaps } = await open();
	mishaps.push(status);

	await expect(polls.start(draft)).rejects.toMatchObject({ code });

	expect(calls).toEqual(sent);
});

test('a poll that was started elsewhere is shown in place of the refusal of another', async () => {
	const { polls, call, calls } = await open();
	const other = {
		broadcaster_id: '100001',
		title: 'Elsewhere',
		choices: [{ title: 'a' }, { title: 'b' }],
		duration: 60
	};
	await call('POST /polls', other);

	await expect(polls.start(draft)).rejects.toMatchObject({ code: 'already_running' });

	expect(polls.live?.title).toBe('Elsewhere');
	await expect(polls.start(draft)).rejects.toMatchObject({ code: 'already_running' });
	expect(calls.filter((one) => one === 'POST /polls')).toHaveLength(1);
});

test('a poll is ended once, also when the answer is lost', async () => {
	const { polls, calls, mishaps } = await open();
	await polls.start(draft);
	mishaps.push('lost-answer');

	await polls.end('terminated');
	await polls.end('terminated');

	expect(polls.record.newest).toMatchObject({ status: 'terminated' });
	expect(calls.filter((call) => call === 'PATCH /polls')).toHaveLength(1);
});

test('whoever leaves forgets the polls, and a late answer brings none back', async () => {
	const { polls, close, fake, calls } = await open();
	await polls.start(draft);

	const late = polls.record.refresh();
	close();

	expect(await late).toBe(false);
	expect(polls.record).toMatchObject({ list: [], loaded: false });
	await fake.tickAsync(120_000);
	expect(calls).toHaveLength(2);
});

test('a list that could not be loaded says why until it is there', async () => {
	const world = createVoteRoom(pollEndpoints, 'channel:manage:polls');
	world.mishaps.push(503);
	const polls = new Polls(world.room, world.clock);
	polls.open();
	await world.fake.tickAsync(0);
	expect(polls.record).toMatchObject({ loaded: false, problem: { code: 'server_trouble' } });

	await polls.record.refresh();

	expect(polls.record).toMatchObject({ loaded: true, problem: undefined });
});
