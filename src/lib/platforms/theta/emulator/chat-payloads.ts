import type { EmulatedThetaUser } from './emulated-user.ts';

const periodMs = 30 * 24 * 60 * 60_000;

/** What every message has: an id of its own and when it was written, in epoch ms. */
export interface Stamp {
	readonly messageId: string;
	readonly timestamp: number;
}

/** A message as THETA.tv put it onto PubNub. */
export interface ThetaPayload {
	readonly type: string;
	readonly data: object;
}

/** A chat line with everything that THETA.tv told of its author. */
export function chatMessage(stamp: Stamp, author: EmulatedThetaUser, text: string): ThetaPayload {
	const codes = text.match(/:[a-z0-9_]+:/g) ?? [];
	const emotes = codes.map((code) => ({
		code,
		image_url: `https://images.invalid/${code.slice(1, -1)}.png`,
		large_image_url: `https://images.invalid/${code.slice(1, -1)}-large.png`
	}));
	return { type: 'chat_message', data: { ...wire(stamp), text, user: fullUser(author, stamp.timestamp), emotes } };
}

/** A tip; the amount is a string on the wire. */
export function donation(
	stamp: Stamp,
	sender: EmulatedThetaUser,
	recipient: EmulatedThetaUser,
	tfuel: number,
	note: string
): ThetaPayload {
	const people = { sender: shortUser(sender), recipient: shortUser(recipient), user: shortUser(sender) };
	return { type: 'donation', data: { ...wire(stamp), ...people, tfuel: String(tfuel), note } };
}

/** A tip that is given as a gift with a price; here the amount is a number. */
export function donationGift(
	stamp: Stamp,
	sender: EmulatedThetaUser,
	recipient: EmulatedThetaUser,
	{ name, tfuel }: { readonly name: string; readonly tfuel: number }
): ThetaPayload {
	const gift = { name, image_url: `https://images.invalid/${name.toLowerCase()}.png`, tfuel, enabled: true };
	const people = { recipient: shortUser(recipient), user: shortUser(sender) };
	return { type: 'donation_gift', data: { ...wire(stamp), ...people, gift, text: `${sender.username} sent ${name}` } };
}

/** A gift item for the streamer. */
export function giftItem(
	stamp: Stamp,
	sender: EmulatedThetaUser,
	recipient: EmulatedThetaUser,
	itemName: string,
	note: string | null
): ThetaPayload {
	const id = itemName.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
	const item = { id: `itm${id}`, name: itemName, thumbnail_url: `https://images.invalid/${id}.png` };
	const people = { recipient: shortUser(recipient), user: shortUser(sender) };
	return {
		type: 'gift_item',
		data: { ...wire(stamp), ...people, item, note, text: `${sender.username} sent ${itemName}` }
	};
}

/** Somebody follows the channel. */
export function follow(stamp: Stamp, follower: EmulatedThetaUser): ThetaPayload {
	return { type: 'follow', data: { ...wire(stamp), text: `${follower.username} followed`, user: shortUser(follower) } };
}

/** Somebody subscribes, or is given a subscription. */
export function subscribe(
	stamp: Stamp,
	subscriber: EmulatedThetaUser,
	months: number,
	gifter?: EmulatedThetaUser
): ThetaPayload {
	const sub = { ...subscription(months, stamp.timestamp), ...(gifter ? { gifter: shortUser(gifter) } : {}) };
	const text = gifter
		? `${gifter.username} gave ${subscriber.username} a subscription`
		: `${subscriber.username} subscribed`;
	return { type: 'subscribe', data: { ...wire(stamp), text, user: shortUser(subscriber), sub } };
}

/** Somebody comes in; this message has no id and no time. */
export function hello(viewer: EmulatedThetaUser): ThetaPayload {
	return {
		type: 'hello_message',
		data: { metadata: { message: `${viewer.username} joined` }, user: shortUser(viewer) }
	};
}

/** Somebody reached a level. */
export function levelUp(stamp: Stamp, viewer: EmulatedThetaUser, level: number): ThetaPayload {
	const user = { ...shortUser(viewer), channel_xp: experience(level) };
	return { type: 'level_up', data: { ...wire(stamp), text: `${viewer.username} reached level ${level}`, user } };
}

/** Another streamer brings their viewers; THETA.tv told of it only in words, without an id and a time. */
export function raid(username: string, viewers: number): ThetaPayload {
	return { type: 'system_chat_message', data: { text: `${username} has raided the stream with ${viewers} viewers` } };
}

function wire({ messageId, timestamp }: Stamp): object {
	return { message_id: messageId, timestamp };
}

function shortUser({ id, username }: EmulatedThetaUser): object {
	return { id, username, avatar_url: null };
}

function fullUser(user: EmulatedThetaUser, now: number): object {
	return {
		...shortUser(user),
		type: 'user',
		unw: user.username,
		auth_types: [],
		sub: user.subscribedMonths > 0 ? subscription(user.subscribedMonths, now) : null,
		channel_xp: experience(user.level)
	};
}

function subscription(count: number, now: number): object {
	return { subscription_status: 'active', count, id: `sub${count}`, current_period_end: now + periodMs };
}

function experience(level: number): object {
	return { level, xp: level * 100, xp_to_next_level: 40 };
}
