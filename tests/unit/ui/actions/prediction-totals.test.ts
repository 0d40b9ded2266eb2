import { expect, test } from 'vitest';
import type { Prediction, PredictionOutcome } from '#lib/model/prediction.ts';
import { ratioText, shareText } from '#lib/ui/actions/votes/number-text.ts';
import { payoutText, predictionResult } from '#lib/ui/actions/predictions/prediction-totals.ts';

const outcome = (id: string, users: number, channelPoints: number): PredictionOutcome => ({
	id,
	title: id,
	color: 'blue',
	users,
	channelPoints,
	topPredictors: [100, 900].map((channelPointsWon) => ({
		person: { userId: '1', login: 'otter', displayName: `Otter ${channelPointsWon}` },
		channelPointsUsed: 10,
		channelPointsWon
	}))
});
const prediction = (change: Partial<Prediction>): Prediction => ({
	id: '1',
	title: 'Will it hold?',
	outcomes: [outcome('Yes', 2, 1_000), outcome('No', 1, 500)],
	status: 'resolved',
	startedAt: 0,
	locksAt: 1,
	endedAt: 2,
	...change
});

test('a payout tells what everybody put in, how many share it, and who got most', () => {
	const paid = prediction({ winningOutcomeId: 'Yes' });

	expect(predictionResult(paid)).toBe('Yes came true');
	expect(payoutText(paid)).toBe('1,500 points went to 2 people. Otter 900 won 900.');
});

test('an outcome that nobody picked pays nobody', () => {
	const paid = prediction({ winningOutcomeId: 'Yes', outcomes: [outcome('Yes', 0, 0), outcome('No', 1, 500)] });

	expect(payoutText(paid)).toBe('Nobody picked “Yes”, so nobody got the 500 points.');
});

test('what was called off says so and pays nobody', () => {
	const canceled = prediction({ status: 'canceled' });

	expect(predictionResult(canceled)).toBe('Canceled, all points given back');
	expect(payoutText(canceled)).toBe('');
});

test('shares and ratios make sense of nothing too', () => {
	expect([shareText(0, 0), shareText(1, 3)]).toEqual(['0%', '33%']);
	expect([ratioText(1_500, 0), ratioText(1_500, 1_000), ratioText(0, 0)]).toEqual(['–', '1.50', '–']);
});
