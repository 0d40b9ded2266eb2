import { expect, test } from 'vitest';
import { pollEndpoints } from '#lib/platforms/twitch/emulator/helix/polls.ts';
import { createFamily, type Item } from './vote-fixture.ts';

const scope = 'channel:manage:polls';
const create = () => createFamily(pollEndpoints, [scope]);
const wanted = {
	broadcaster_id: '100001',
	title: 'Tea or coffee?',
	choices: [{ title: 'Tea' }, { title: 'Coffee' }],
	duration: 60
};
const votesOf = (poll: Item | undefined) =>
	(poll?.['choices'] as readonly { votes: number }[]).map(({ votes }) => votes);

test('a poll gathers votes, ends by itself, and every step is told in the words of EventSub', async () => {
	const { call, fake, told } = create();
	const { data: [poll] = [] } = await call('POST /polls', wanted);
	expect(poll).toMatchObject({ status: 'ACTIVE', duration: 60, ended_at: null, channel_points_per_vote: 0 });

	await fake.tickAsync(60_000);

	const { data: [over] = [] } = await call('GET /polls?broadcaster_id=100001');
	expect(over).toMatchObject({ id: poll?.['id'], status: 'COMPLETED', ended_at: '2026-01-01T12:01:00.000Z' });
	expect(told.map(({ type }) => type)).toEqual([
		'channel.poll.begin',
		...Array.from({ length: 29 }, () => 'channel.poll.progress'),
		'channel.poll.end'
	]);
	expect(told[0]?.event).toMatchObject({
		broadcaster_user_login: 'tidalkit',
		choices: [{ title: 'Tea' }, { title: 'Coffee' }],
		channel_points_voting: { is_enabled: false, amount_per_vote: 0 },
		ends_at: '2026-01-01T12:01:00.000Z'
	});
	expect(told[0]?.event).not.toHaveProperty('choices[0].votes');
	expect(told.at(-1)?.event).toMatchObject({ status: 'completed', ended_at: '2026-01-01T12:01:00.000Z' });
	expect(told.at(-1)?.event).not.toHaveProperty('ends_at');
	expect(votesOf(told.at(-1)?.event)).toEqual(votesOf(over));
});

test('votes only grow, and another poll of another world moves just the same', async () => {
	const counts = async () => {
		const { call, fake, told } = create();
		await call('POST /polls', wanted);
		await fake.tickAsync(60_000);
		return told.slice(1).map(({ event }) => votesOf(event));
	};

	const first = await counts();

	expect(await counts()).toEqual(first);
	expect(first).toEqual([...first].sort(([a = 0], [b = 0]) => a - b));
	expect(Math.min(...(first.at(-1) ?? [0]))).toBeGreaterThan(10);
});

test('votes can be bought where a price was set', async () => {
	const { call, fake } = create();
	await call('POST /polls', { ...wanted, channel_points_voting_enabled: true, channel_points_per_vote: 50 });

	await fake.tickAsync(60_000);

	const { data: [poll] = [] } = await call('GET /polls?broadcaster_id=100001');
	expect(poll).toMatchObject({ channel_points_voting_enabled: true, channel_points_per_vote: 50 });
	expect((poll?.['choices'] as readonly Item[])[0]?.['channel_points_votes']).toBeGreaterThan(0);
});

test('there is one poll at a time, and it can be ended once', async () => {
	const { call, told } = create();
	const { data: [poll] = [] } = await call('POST /polls', wanted);
	const end = { broadcaster_id: '100001', id: poll?.['id'], status: 'TERMINATED' };
	expect(await call('POST /polls', wanted)).toMatchObject({ status: 400, message: expect.stringContaining('active') });

	expect(await call('PATCH /polls', end)).toMatchObject({ status: 200, data: [{ status: 'TERMINATED' }] });

	expect(await call('PATCH /polls', { ...end, status: 'ARCHIVED' })).toMatchObject({ status: 400 });
	expect(await call('POST /polls', wanted)).toMatchObject({ status: 200 });
	expect(told.map(({ event }) => event['status'])).toEqual([undefined, 'terminated', undefined]);
});

test.each([
	[{ title: '' }],
	[{ title: 'x'.repeat(61) }],
	[{ choices: [{ title: 'Tea' }] }],
	[{ choices: Array.from({ length: 6 }, (_, index) => ({ title: String(index) })) }],
	[{ choices: [{ title: 'Tea' }, { title: 'x'.repeat(26) }] }],
	[{ choices: [{ title: 'Tea' }, null] }],
	[{ duration: 14 }],
	[{ duration: 1_801 }],
	[{ duration: 20.5 }],
	[{ channel_points_voting_enabled: true }],
	[{ channel_points_voting_enabled: true, channel_points_per_vote: 1_000_001 }]
])('a poll with %j is refused', async (change) => {
	const { call, told } = create();

	expect(await call('POST /polls', { ...wanted, ...change })).toMatchObject({ status: 400 });
	expect(told).toEqual([]);
});

test('a poll needs its scope, the own channel, and an affiliate or partner', async () => {
	const { call } = create();
	const other = { ...wanted, broadcaster_id: '100003' };

	expect(await call('POST /polls', wanted, { scopes: [] })).toMatchObject({
		status: 401,
		message: `Missing scope: ${scope}`
	});
	expect(await call('POST /polls', other)).toMatchObject({ status: 401 });
	expect(await call('POST /polls', other, { userId: '100003' })).toMatchObject({
		status: 403,
		message: 'The broadcaster is not a partner or affiliate.'
	});
	const list = 'GET /polls?broadcaster_id=100001';
	expect(await call(list, undefined, { scopes: ['channel:read:polls'] })).toMatchObject({ status: 200 });
	expect(await call(list, undefined, { scopes: [] })).toMatchObject({ status: 401 });
});

test('polls are told newest first, in pages, or by id', async () => {
	const { call, fake } = create();
	for (const title of ['one', 'two', 'three']) {
		await call('POST /polls', { ...wanted, title, duration: 15 });
		await fake.tickAsync(15_000);
	}

	const { data = [], pagination } = await call('GET /polls?broadcaster_id=100001&first=2');
	const rest = await call(`GET /polls?broadcaster_id=100001&first=2&after=${pagination?.cursor}`);

	expect(data.map(({ title }) => title)).toEqual(['three', 'two']);
	expect(rest).toMatchObject({ data: [{ title: 'one' }], pagination: {} });
	expect(await call(`GET /polls?broadcaster_id=100001&id=${String(data[1]?.['id'])}`)).toMatchObject({
		data: [{ title: 'two' }]
	});
	expect(await call('GET /polls?broadcaster_id=100001&first=21')).toMatchObject({ status: 400 });
});

test('a reset forgets a poll, which then says nothing more', async () => {
	const { call, chat, fake, told } = create();
	await call('POST /polls', wanted);

	chat.clear();
	await fake.tickAsync(120_000);

	expect(told).toHaveLength(1);
	expect(await call('GET /polls?broadcaster_id=100001')).toMatchObject({ data: [] });
});
