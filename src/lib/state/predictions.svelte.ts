import type { Prediction } from '#lib/model/prediction.ts';
import {
	changePrediction,
	createPrediction,
	lockedAtMostMs,
	requestPredictions,
	type PredictionChange,
	type PredictionDraft
} from '#lib/platforms/twitch/helix/predictions.ts';
import { systemClock, type Clock } from '#lib/transport/clock.ts';
import type { VoteRoom } from './polls.svelte.ts';
import { VoteRecord } from './vote-record.svelte.ts';

const steps = { active: 0, locked: 1, resolved: 2, canceled: 2 } as const;

/** The streamer's predictions, as they stand. */
export class Predictions {
	readonly record: VoteRecord<Prediction>;
	readonly #room: VoteRoom;

	constructor(room: VoteRoom, clock: Clock = systemClock) {
		this.#room = room;
		this.record = new VoteRecord({
			request: () => requestPredictions(room.helix, room.broadcasterId),
			follows: isLater,
			isRunning: ({ status }) => steps[status] < steps.resolved,
			dueAt: ({ status, locksAt }) => (status === 'active' ? locksAt : locksAt + lockedAtMostMs),
			clock
		});
	}

	/** The one that waits to be locked or resolved. */
	get live(): Prediction | undefined {
		return this.record.running;
	}

	/** Follows the channel's predictions until the returned function is called. */
	open(): () => void {
		const stops = [
			this.#room.events.on((event) => {
				if (event.type === 'prediction' && !event.simulated) this.record.learn(event.prediction);
			}),
			this.#room.gaps.on(() => void this.record.refresh())
		];
		const close = this.record.open();
		return () => {
			for (const stop of stops) stop();
			close();
		};
	}

	/** Starts a prediction. Throws as the record does. */
	async start(draft: PredictionDraft): Promise<void> {
		const { helix, broadcasterId } = this.#room;
		await this.record.start(draft.title, () => createPrediction(helix, broadcasterId, draft));
	}

	/** Locks the prediction that runs, pays it out, or gives everything back. */
	async change(change: PredictionChange): Promise<void> {
		const { live } = this;
		if (!live) return;
		const { helix, broadcasterId } = this.#room;
		const isDone = () => this.live?.id !== live.id || steps[this.live.status] >= steps[change.status];
		const call = () => changePrediction(helix, broadcasterId, { predictionId: live.id, change });
		await this.record.act(call, isDone);
	}
}

/** A prediction locks once, ends once, and gains viewers until then. */
function isLater(told: Prediction, known: Prediction): boolean {
	const step = steps[told.status] - steps[known.status];
	return step === 0 ? usersOf(told) >= usersOf(known) : step > 0;
}

function usersOf({ outcomes }: Prediction): number {
	return outcomes.reduce((sum, { users }) => sum + users, 0);
}
