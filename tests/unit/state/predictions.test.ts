import { expect, test } from 'vitest';
import type { Prediction } from '#lib/model/prediction.ts';
import { predictionEndpoints } from '#lib/platforms/twitch/emulator/helix/predictions.ts';
import { Predictions } from '#lib/state/predictions.svelte.ts';
import { createVoteRoom } from './vote-room.ts';

const draft = { title: 'Will it hold?', outcomes: ['Yes', 'No'], seconds: 60 };

async function start() {
	const world = createVoteRoom(predictionEndpoints, 'channel:manage:predictions');
	const predictions = new Predictions(world.room, world.clock);
	predictions.open();
	await predictions.start(draft);
	const [winner] = predictions.live?.outcomes ?? [];
	world.calls.length = 0;
	const hear = (prediction: Prediction) =>
		world.events.emit({ id: 'x', platform: 'twitch', at: 0, type: 'prediction', phase: 'progress', prediction });
	return { ...world, predictions, winningOutcomeId: winner?.id ?? '', hear };
}

function withUsers(prediction: Prediction | undefined, users: number, change: Partial<Prediction> = {}): Prediction {
	if (!prediction) throw new Error('There is no prediction.');
	return { ...prediction, outcomes: prediction.outcomes.map((outcome) => ({ ...outcome, users })), ...change };
}

test('a prediction runs until it is paid out, over its lock', async () => {
	const { predictions, fake, winningOutcomeId } = await start();

	await fake.tickAsync(63_000);
	expect(predictions.live).toMatchObject({ status: 'locked' });
	await predictions.change({ status: 'resolved', winningOutcomeId });

	expect(predictions.live).toBeUndefined();
	expect(predictions.record.newest).toMatchObject({ status: 'resolved', winningOutcomeId });
});

test('what is told moves a prediction on and never back', async () => {
	const { predictions, hear } = await start();
	const { live } = predictions;

	hear(withUsers(live, 9));
	hear(withUsers(live, 4));
	expect(predictions.live?.outcomes[0]?.users).toBe(9);
	hear(withUsers(live, 9, { status: 'locked' }));
	hear(withUsers(live, 30));
	expect(predictions.live).toMatchObject({ status: 'locked', outcomes: [{ users: 9 }, { users: 9 }] });
	hear(withUsers(live, 9, { status: 'canceled' }));
	hear(withUsers(live, 9, { status: 'locked' }));

	expect(predictions.live).toBeUndefined();
});

test('a day after its lock it is found out that everything was given back', async () => {
	const { predictions, fake } = await start();
	await predictions.change({ status: 'locked' });

	await fake.tickAsync(24 * 60 * 60 * 1_000 + 31_000);

	expect(predictions.record.newest).toMatchObject({ status: 'canceled' });
});

test('when the answer to a payout is lost it is found out, and it is not sent again', async () => {
	const { predictions, calls, mishaps, winningOutcomeId } = await start();
	mishaps.push('lost-answer', 'lost-call');
	const payOut = () => predictions.change({ status: 'resolved', winningOutcomeId });
	await expect(payOut()).rejects.toMatchObject({ code: 'unreachable' });

	await payOut();

	expect(predictions.record.newest).toMatchObject({ status: 'resolved' });
	expect(calls).toEqual(['PATCH /predictions', 'GET /predictions', 'GET /predictions']);
});

test('a lock that never arrived can be tried again', async () => {
	const { predictions, calls, mishaps } = await start();
	mishaps.push('lost-call');
	await expect(predictions.change({ status: 'locked' })).rejects.toMatchObject({ code: 'not_done' });

	await predictions.change({ status: 'locked' });

	expect(predictions.live).toMatchObject({ status: 'locked' });
	expect(calls).toEqual(['PATCH /predictions', 'GET /predictions', 'PATCH /predictions']);
});

test('another prediction is not started while one waits', async () => {
	const { predictions, calls } = await start();

	await expect(predictions.start(draft)).rejects.toMatchObject({ code: 'already_running' });

	expect(calls).toEqual([]);
});
