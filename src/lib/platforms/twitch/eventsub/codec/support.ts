import type { SupportEvent } from '#lib/model/stream-event.ts';
import * as v from 'valibot';
import { count, findPerson, optionalText, readPerson, text, tier, word, type Fields } from './fields.ts';

const subscription = v.object({ tier, is_gift: v.optional(v.boolean(), false) });
const gift = v.object({ tier, total: v.pipe(count, v.minValue(1)), cumulative_total: v.nullish(count) });
const resubscription = v.object({
	tier,
	cumulative_months: count,
	streak_months: v.nullish(count),
	message: v.nullish(v.object({ text: optionalText }))
});
const bitsUse = v.object({
	bits: count,
	type: word,
	message: v.nullish(v.object({ text: optionalText })),
	power_up: v.nullish(v.object({ type: word })),
	custom_power_up: v.nullish(v.object({ title: optionalText }))
});
const donation = v.object({
	charity_name: text,
	amount: v.object({
		value: count,
		decimal_places: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
		currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))
	})
});

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-follow-event */
export function decodeFollow(event: Fields): SupportEvent {
	return { type: 'follow', person: readPerson(event) };
}

/** A new subscription, also one that was given; resubscriptions come apart. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-subscribe-event */
export function decodeSubscription(event: Fields): SupportEvent {
	const { tier, is_gift: gifted } = v.parse(subscription, event);
	return { type: 'subscription', person: readPerson(event), tier, gifted };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-subscription-end-event */
export function decodeSubscriptionEnd(event: Fields): SupportEvent {
	return { type: 'subscription-end', person: readPerson(event), tier: v.parse(subscription, event).tier };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-subscription-gift-event */
export function decodeGift(event: Fields): SupportEvent {
	const { tier, total: given, cumulative_total: total } = v.parse(gift, event);
	const person = findPerson(event);
	return { type: 'gift', tier, count: given, ...(person && { person }), ...(typeof total === 'number' && { total }) };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-subscription-message-event */
export function decodeResubscription(event: Fields): SupportEvent {
	const { tier, cumulative_months: months, streak_months: streak, message } = v.parse(resubscription, event);
	return {
		type: 'resubscription',
		person: readPerson(event),
		tier,
		months,
		...(typeof streak === 'number' && { streakMonths: streak }),
		text: message?.text ?? ''
	};
}

/** Bits, whatever they were spent on. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-bits-use-event */
export function decodeBits(event: Fields): SupportEvent {
	const { bits, type, message, power_up: powerUp, custom_power_up: custom } = v.parse(bitsUse, event);
	const person = findPerson(event);
	if (person && (powerUp || type.endsWith('power_up'))) {
		const name = custom?.title || (powerUp?.type ?? type).replaceAll('_', ' ');
		return { type: 'power-up', person, bits, name };
	}
	return { type: 'cheer', ...(person && { person }), bits, text: message?.text ?? '' };
}

/** @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-charity-campaign-donate-event */
export function decodeDonation(event: Fields): SupportEvent {
	const { amount, charity_name: charity } = v.parse(donation, event);
	const value = (amount.value / 10 ** amount.decimal_places).toFixed(amount.decimal_places);
	return { type: 'charity-donation', person: readPerson(event), amount: `${value} ${amount.currency}`, charity };
}
