import { expect, test } from 'vitest';
import { predictionEndpoints } from '#lib/platforms/twitch/emulator/helix/predictions.ts';
import { createFamily, type Item } from './vote-fixture.ts';

const scope = 'channel:manage:predictions';
const day = 24 * 60 * 60 * 1_000;
const create = () => createFamily(predictionEndpoints, [scope]);
const list = 'GET /predictions?broadcaster_id=100001';
const wanted = {
	broadcaster_id: '100001',
	title: 'Will it hold?',
	outcomes: [{ title: 'Yes' }, { title: 'No' }],
	prediction_window: 60
};

interface Predictor {
	readonly channel_points_used: number;
	readonly channel_points_won: number;
}
interface Outcome {
	readonly id: string;
	readonly users: number;
	readonly channel_points: number;
	readonly top_predictors: readonly Predictor[];
}
const outcomesOf = (prediction: Item | undefined) => prediction?.['outcomes'] as readonly Outcome[];

async function start() {
	const family = create();
	const { data: [prediction] = [] } = await family.call('POST /predictions', wanted);
	const ids = { broadcaster_id: '100001', id: prediction?.['id'] };
	const change = (status: string, more: Item = {}) => family.call('PATCH /predictions', { ...ids, status, ...more });
	return { ...family, prediction, change };
}

test('a prediction locks by itself, and a day later everything is given back', async () => {
	const { call, fake, told } = await start();

	await fake.tickAsync(60_000);
	expect(await call(list)).toMatchObject({ data: [{ status: 'LOCKED', locked_at: '2026-01-01T12:01:00.000Z' }] });
	await fake.tickAsync(day);

	expect(await call(list)).toMatchObject({ data: [{ status: 'CANCELED', winning_outcome_id: null }] });
	expect(told.map(({ type }) => type)).toEqual([
		'channel.prediction.begin',
		...Array.from({ length: 29 }, () => 'channel.prediction.progress'),
		'channel.prediction.lock',
		'channel.prediction.end'
	]);
	expect(told[0]?.event).toMatchObject({
		outcomes: [{ color: 'blue' }, { color: 'pink' }],
		locks_at: expect.any(String)
	});
	expect(told[0]?.event).not.toHaveProperty('outcomes[0].users');
	expect(told.at(-2)?.event).toMatchObject({ locked_at: '2026-01-01T12:01:00.000Z' });
	expect(told.at(-1)?.event).toMatchObject({ status: 'canceled', winning_outcome_id: null });
});

test('whoever was right shares what everybody put in', async () => {
	const { change, fake, prediction, told } = await start();
	await fake.tickAsync(60_000);
	const [yes] = outcomesOf(prediction);

	const { data: [paid] = [] } = await change('RESOLVED', { winning_outcome_id: yes?.id });

	const [won, lost] = outcomesOf(paid) as [Outcome, Outcome];
	const [best] = won.top_predictors as [Predictor];
	const share = best.channel_points_used / won.channel_points;
	expect(paid).toMatchObject({ status: 'RESOLVED', winning_outcome_id: yes?.id, ended_at: expect.any(String) });
	expect(best.channel_points_won).toBe(Math.floor(share * (won.channel_points + lost.channel_points)));
	expect(lost.top_predictors.map(({ channel_points_won: points }) => points)).toContain(0);
	expect(told.at(-1)?.event).toMatchObject({ status: 'resolved', winning_outcome_id: yes?.id });
});

test('nobody joins once it is locked, and no outcome holds less than its best predictors put in', async () => {
	const { change, call, fake } = await start();
	await fake.tickAsync(20_000);
	const { data: [locked] = [] } = await change('LOCKED');

	await fake.tickAsync(60_000);

	const { data: [later] = [] } = await call(list);
	expect(outcomesOf(later)).toEqual(outcomesOf(locked));
	for (const { channel_points: points, top_predictors: predictors } of outcomesOf(later))
		expect(points).toBeGreaterThanOrEqual(predictors.reduce((sum, one) => sum + one.channel_points_used, 0));
});

test('only what may follow follows', async () => {
	const { change, call, told } = await start();
	expect(await call('POST /predictions', wanted)).toMatchObject({ status: 400 });
	expect(await change('RESOLVED')).toMatchObject({ status: 400 });
	expect(await change('RESOLVED', { winning_outcome_id: 'nobody' })).toMatchObject({ status: 400 });
	expect(await change('ACTIVE')).toMatchObject({ status: 400 });
	expect(await change('LOCKED')).toMatchObject({ status: 200 });
	expect(await change('LOCKED')).toMatchObject({ status: 400 });

	expect(await change('CANCELED')).toMatchObject({ status: 200, data: [{ status: 'CANCELED' }] });

	expect(await change('CANCELED')).toMatchObject({ status: 400 });
	expect(await call('PATCH /predictions', { broadcaster_id: '100001', id: 'x', status: 'LOCKED' })).toMatchObject({
		status: 404
	});
	expect(told.map(({ type }) => type.split('.').at(-1))).toEqual(['begin', 'lock', 'end']);
});

test.each([
	[{ title: '' }],
	[{ title: 'x'.repeat(46) }],
	[{ outcomes: [{ title: 'Yes' }] }],
	[{ outcomes: Array.from({ length: 11 }, (_, index) => ({ title: String(index) })) }],
	[{ outcomes: [{ title: 'Yes' }, { title: 'x'.repeat(26) }] }],
	[{ prediction_window: 29 }],
	[{ prediction_window: 1_801 }]
])('a prediction with %j is refused', async (change) => {
	const { call, told } = create();

	expect(await call('POST /predictions', { ...wanted, ...change })).toMatchObject({ status: 400 });
	expect(told).toEqual([]);
});

test('three outcomes are all blue', async () => {
	const { call } = create();

	const { data } = await call('POST /predictions', {
		...wanted,
		outcomes: ['a', 'b', 'c'].map((title) => ({ title }))
	});

	expect(data).toMatchObject([{ outcomes: [{ color: 'BLUE' }, { color: 'BLUE' }, { color: 'BLUE' }] }]);
});

test('a prediction needs its scope and an affiliate or partner', async () => {
	const { call } = create();

	expect(await call('POST /predictions', wanted, { scopes: ['channel:read:predictions'] })).toMatchObject({
		status: 401,
		message: `Missing scope: ${scope}`
	});
	expect(await call(list, undefined, { scopes: ['channel:read:predictions'] })).toMatchObject({ status: 200 });
	const other = { ...wanted, broadcaster_id: '100003' };
	expect(await call('POST /predictions', other, { userId: '100003' })).toMatchObject({ status: 403 });
});

test('a reset forgets a locked prediction', async () => {
	const { chat, change, fake, told } = await start();
	await change('LOCKED');

	chat.clear();
	await fake.tickAsync(day);

	expect(told).toHaveLength(2);
});
