import type { PhaseEvent } from '#lib/model/stream-event.ts';
import * as v from 'valibot';
import { count, entityId, optionalText, readPerson, text, time, word, type Fields } from './fields.ts';

const redemption = v.object({
	id: entityId,
	user_input: optionalText,
	status: v.pipe(word, v.picklist(['unfulfilled', 'fulfilled', 'canceled'])),
	reward: v.object({ id: entityId, title: text, cost: count }),
	redeemed_at: time
});
const automatic = v.object({
	id: entityId,
	reward: v.object({ type: word, channel_points: v.nullish(count), cost: v.nullish(count) }),
	message: v.nullish(v.object({ text: optionalText })),
	redeemed_at: time
});
const reward = v.object({ id: entityId });

/** Reads redemptions of the channel's own rewards. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-points-custom-reward-redemption-add-event */
export function decodeRedemption(phase: 'add' | 'update'): (event: Fields) => PhaseEvent {
	return (event) => {
		const { id, user_input: input, status, reward, redeemed_at: redeemedAt } = v.parse(redemption, event);
		const person = readPerson(event);
		return { type: 'redemption', phase, redemption: { id, reward, person, input, status, redeemedAt } };
	};
}

/** Twitch's own rewards ask nobody for anything. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-points-automatic-reward-redemption-add-event */
export function decodeAutomaticRedemption(event: Fields): PhaseEvent {
	const { id, reward, message, redeemed_at: redeemedAt } = v.parse(automatic, event);
	return {
		type: 'redemption',
		phase: 'add',
		redemption: {
			id,
			reward: {
				id: reward.type,
				title: reward.type.replaceAll('_', ' '),
				cost: reward.channel_points ?? reward.cost ?? 0
			},
			person: readPerson(event),
			input: message?.text ?? '',
			status: 'fulfilled',
			redeemedAt
		}
	};
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-points-custom-reward-add-event */
export function decodeReward(event: Fields): PhaseEvent {
	return { type: 'reward-changed', rewardId: v.parse(reward, event).id };
}
