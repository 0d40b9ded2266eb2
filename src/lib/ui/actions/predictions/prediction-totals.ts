import type { Prediction, PredictionOutcome } from '#lib/model/prediction.ts';
import { m } from '#lib/paraglide/messages.js';
import { numberText, peopleText, pointsText } from '#lib/ui/actions/votes/number-text.ts';

/** All points that viewers put in. */
export function totalPoints({ outcomes }: Prediction): number {
	return outcomes.reduce((sum, { channelPoints }) => sum + channelPoints, 0);
}

/** Everybody who joined. */
export function totalPeople({ outcomes }: Prediction): number {
	return outcomes.reduce((sum, { users }) => sum + users, 0);
}

/** The outcome that came true. */
export function winnerOf({ outcomes, winningOutcomeId }: Prediction): PredictionOutcome | undefined {
	return outcomes.find(({ id }) => id === winningOutcomeId);
}

/** How a prediction came out, in a few words. */
export function predictionResult(prediction: Prediction): string {
	const winner = winnerOf(prediction);
	return winner ? m.prediction_won({ outcome: winner.title }) : m.prediction_canceled();
}

/** Who got what, with the viewer who won most. */
export function payoutText(prediction: Prediction): string {
	const winner = winnerOf(prediction);
	if (!winner) return '';
	const points = pointsText(totalPoints(prediction));
	if (winner.users === 0) return m.prediction_paid_nobody({ outcome: winner.title, points });
	const paid = m.prediction_paid({ points, people: peopleText(winner.users) });
	const [best] = [...winner.topPredictors].sort((a, b) => (b.channelPointsWon ?? 0) - (a.channelPointsWon ?? 0));
	if (!best?.channelPointsWon) return paid;
	return `${paid} ${m.prediction_best({ name: best.person.displayName, points: numberText(best.channelPointsWon) })}`;
}
