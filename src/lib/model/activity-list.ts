import { activityKey, type ActivityEntry, type ActivityEvent } from './activity.ts';

/** The subscriptions of a gift arrive within this time of it, before or after. */
export const giftSpanMs = 60_000;

type GiftEvent = Extract<ActivityEvent, { readonly type: 'gift' }>;
type GiftedEvent = Extract<ActivityEvent, { readonly type: 'subscription' }>;

/** Whether an event is one of the subscriptions that a gift consists of. */
export function isGifted(event: ActivityEvent): event is GiftedEvent {
	return event.type === 'subscription' && event.gifted;
}

/** The list with one more line, or with a gift that has grown; what is in it already changes nothing. Oldest first. */
export function addActivity(list: readonly ActivityEntry[], entry: ActivityEntry): readonly ActivityEntry[] {
	if (isKnown(list, entry.event)) return list;
	if (isGifted(entry.event)) {
		const gift = findOpenGift(list, entry.event, entry.owner);
		if (gift) return list.map((one) => (one === gift ? withRecipient(gift, entry.event as GiftedEvent) : one));
	}
	if (entry.event.type !== 'gift') return byTime([...list, entry]);
	return takeRecipients(list, entry, entry.event);
}

/** A gift that a subscription may be of and that lacks recipients. Twitch does not say who gave it: the first one fits. */
export function findOpenGift(
	list: readonly ActivityEntry[],
	gifted: GiftedEvent,
	owner: string
): ActivityEntry | undefined {
	return list.find(
		({ event, recipients, owner: of }) =>
			event.type === 'gift' && of === owner && recipients.length < event.count && isPartOf(event, gifted)
	);
}

/** Whether an event is a line of the list, or part of one. */
export function isKnown(list: readonly ActivityEntry[], event: ActivityEvent): boolean {
	const key = activityKey(event);
	return list.some((entry) => entryKeys(entry).includes(key));
}

/** What two lists know together; of a line that both have, whichever was changed last, with the recipients of both. */
export function mergeActivity(
	one: readonly ActivityEntry[],
	other: readonly ActivityEntry[]
): readonly ActivityEntry[] {
	const merged = new Map(one.map((entry) => [activityKey(entry.event), entry]));
	for (const entry of other) {
		const key = activityKey(entry.event);
		const known = merged.get(key);
		merged.set(key, known ? mergeEntries(known, entry) : entry);
	}
	const parts = new Set([...merged.values()].flatMap((entry) => entryKeys(entry).slice(1)));
	return byTime([...merged.values()].filter(({ event }) => !parts.has(activityKey(event))));
}

function mergeEntries(one: ActivityEntry, other: ActivityEntry): ActivityEntry {
	const newer = other.acknowledgedAt >= one.acknowledgedAt ? other : one;
	const recipients = new Map([...one.recipients, ...other.recipients].map((part) => [part.eventId, part]));
	return { ...newer, heardAt: Math.min(one.heardAt, other.heardAt), recipients: [...recipients.values()] };
}

function takeRecipients(
	list: readonly ActivityEntry[],
	entry: ActivityEntry,
	gift: GiftEvent
): readonly ActivityEntry[] {
	const parts = list
		.filter(({ event, owner }) => owner === entry.owner && isGifted(event) && isPartOf(gift, event))
		.slice(0, gift.count);
	const grown = parts.reduce((one, { event }) => (isGifted(event) ? withRecipient(one, event) : one), entry);
	return byTime([...list.filter((one) => !parts.includes(one)), grown]);
}

function withRecipient(gift: ActivityEntry, { id, person }: GiftedEvent): ActivityEntry {
	return { ...gift, recipients: [...gift.recipients, { eventId: id, person }] };
}

function isPartOf(gift: GiftEvent, gifted: GiftedEvent): boolean {
	return gift.platform === gifted.platform && gift.tier === gifted.tier && Math.abs(gift.at - gifted.at) <= giftSpanMs;
}

function entryKeys({ event, recipients }: ActivityEntry): readonly string[] {
	const { platform } = event;
	return [activityKey(event), ...recipients.map(({ eventId }) => activityKey({ platform, id: eventId }))];
}

function byTime(list: readonly ActivityEntry[]): readonly ActivityEntry[] {
	return [...list].sort((one, other) => one.event.at - other.event.at);
}
