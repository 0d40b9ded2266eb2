import { expect, test } from 'vitest';
import {
	changePrediction,
	createPrediction,
	requestPredictions,
	type PredictionChange
} from '#lib/platforms/twitch/helix/predictions.ts';
import { answer, createHelix } from './helix-fixture.ts';

const predictor = {
	user_id: '99',
	user_login: 'otter',
	user_name: 'Otter',
	channel_points_used: 500,
	channel_points_won: null
};
const prediction = {
	id: 'bc637af0-7766-4525-9308-4112f4cbf178',
	broadcaster_id: '7',
	broadcaster_name: 'Ada',
	broadcaster_login: 'ada',
	title: 'Will it hold?',
	winning_outcome_id: null as string | null,
	outcomes: [
		{ id: '73085848', title: 'Yes', users: 2, channel_points: 700, top_predictors: [predictor], color: 'BLUE' },
		{ id: '906b70ba', title: 'No', users: 0, channel_points: 0, top_predictors: null, color: 'PINK' }
	],
	prediction_window: 120,
	status: 'ACTIVE',
	created_at: '2026-01-01T12:00:00Z',
	ended_at: null as string | null,
	locked_at: null as string | null
};
const listed = (...data: readonly unknown[]) => answer(200, { data, pagination: {} });

test('a prediction is read into our own words, with the moment at which it will lock', async () => {
	const { helix, calls } = createHelix([listed(prediction)]);

	const predictions = await requestPredictions(helix, '7');

	expect(calls[0]?.call).toBe('GET /predictions?broadcaster_id=7&first=20');
	expect(predictions).toEqual([
		{
			id: prediction.id,
			title: 'Will it hold?',
			outcomes: [
				{
					id: '73085848',
					title: 'Yes',
					color: 'blue',
					users: 2,
					channelPoints: 700,
					topPredictors: [{ person: { userId: '99', login: 'otter', displayName: 'Otter' }, channelPointsUsed: 500 }]
				},
				{ id: '906b70ba', title: 'No', color: 'pink', users: 0, channelPoints: 0, topPredictors: [] }
			],
			status: 'active',
			startedAt: Date.UTC(2026, 0, 1, 12),
			locksAt: Date.UTC(2026, 0, 1, 12, 2)
		}
	]);
});

test('a prediction that is paid out tells who won what, and when it locked and ended', async () => {
	const outcomes = [{ ...prediction.outcomes[0], top_predictors: [{ ...predictor, channel_points_won: 900 }] }];
	const over = { status: 'RESOLVED', winning_outcome_id: '73085848', outcomes };
	const times = { locked_at: '2026-01-01T12:01:00Z', ended_at: '2026-01-01T12:09:00Z' };
	const { helix } = createHelix([listed({ ...prediction, ...over, ...times })]);

	expect(await requestPredictions(helix, '7')).toMatchObject([
		{
			status: 'resolved',
			winningOutcomeId: '73085848',
			outcomes: [{ topPredictors: [{ channelPointsWon: 900 }] }],
			locksAt: Date.UTC(2026, 0, 1, 12, 1),
			endedAt: Date.UTC(2026, 0, 1, 12, 9)
		}
	]);
});

test('a prediction is started with its outcomes and window', async () => {
	const { helix, calls } = createHelix([listed(prediction)]);

	await createPrediction(helix, '7', { title: 'Will it hold?', outcomes: ['Yes', 'No'], seconds: 120 });

	expect(calls).toMatchObject([
		{
			call: 'POST /predictions',
			body: {
				broadcaster_id: '7',
				title: 'Will it hold?',
				outcomes: [{ title: 'Yes' }, { title: 'No' }],
				prediction_window: 120
			}
		}
	]);
});

test.each<[PredictionChange, Record<string, string>]>([
	[{ status: 'locked' }, { status: 'LOCKED' }],
	[{ status: 'canceled' }, { status: 'CANCELED' }],
	[
		{ status: 'resolved', winningOutcomeId: '73085848' },
		{ status: 'RESOLVED', winning_outcome_id: '73085848' }
	]
])('the change %j is sent as Helix wants it', async (change, sent) => {
	const { helix, calls } = createHelix([listed(prediction)]);

	await changePrediction(helix, '7', { predictionId: prediction.id, change });

	expect(calls[0]?.call).toBe('PATCH /predictions');
	expect(calls[0]?.body).toEqual({ broadcaster_id: '7', id: prediction.id, ...sent });
});

test.each([
	[{}],
	[{ data: [{ ...prediction, id: '' }] }],
	[{ data: [{ ...prediction, status: 'WON' }] }],
	[{ data: [{ ...prediction, created_at: 'soon' }] }],
	[{ data: [] }]
])('an answer like %j to a change is not believed', async (body) => {
	const change = { predictionId: prediction.id, change: { status: 'locked' } } as const;

	await expect(changePrediction(createHelix([answer(200, body)]).helix, '7', change)).rejects.toMatchObject({
		code: 'malformed_answer'
	});
});
