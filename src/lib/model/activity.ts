import type { Person } from './person.ts';
import type { StreamEvent } from './stream-event.ts';

/** What the activity feed can be narrowed to, in the order in which it is offered. */
export const activityKinds = [
	'follow',
	'subscription',
	'gift',
	'cheer',
	'tip',
	'raid',
	'redemption',
	'show',
	'stream',
	'moderation'
] as const;

/** A kind of activity: `show` is polls, predictions, Hype Trains and goals. */
export type ActivityKind = (typeof activityKinds)[number];

const kinds = {
	follow: 'follow',
	subscription: 'subscription',
	resubscription: 'subscription',
	gift: 'gift',
	cheer: 'cheer',
	'power-up': 'cheer',
	tip: 'tip',
	'charity-donation': 'tip',
	raid: 'raid',
	'raid-sent': 'raid',
	'shoutout-received': 'raid',
	'shoutout-sent': 'raid',
	redemption: 'redemption',
	poll: 'show',
	prediction: 'show',
	'hype-train': 'show',
	goal: 'show',
	'stream-online': 'stream',
	'stream-offline': 'stream',
	'ad-break': 'stream',
	ban: 'moderation',
	unban: 'moderation',
	warning: 'moderation',
	role: 'moderation',
	'shield-mode': 'moderation',
	'unban-request': 'moderation',
	moderation: 'moderation'
} as const satisfies Partial<Record<StreamEvent['type'], ActivityKind>>;

/** The types of events that the activity feed shows. */
export const activityTypes = Object.keys(kinds) as readonly (keyof typeof kinds)[];

/** An event that the activity feed shows. */
export type ActivityEvent = Extract<StreamEvent, { readonly type: keyof typeof kinds }>;

/** One of the subscriptions that somebody gave away. */
export interface GiftRecipient {
	/** Of the subscription's own event. */
	readonly eventId: string;
	readonly person: Person;
}

/** A line of the activity feed. */
export interface ActivityEntry {
	readonly event: ActivityEvent;
	/** The account whose stream it is about, as `platform:user ID`; empty for what is only a try. */
	readonly owner: string;
	/** Epoch ms at which this browser first heard of it: an event may come late. */
	readonly heardAt: number;
	readonly acknowledged: boolean;
	/** Epoch ms at which it was acknowledged, or that was taken back; 0 for never. */
	readonly acknowledgedAt: number;
	/** Of a gift, as far as they were told. */
	readonly recipients: readonly GiftRecipient[];
}

/** The kind that an event is filtered by. */
export function activityKind({ type }: ActivityEvent): ActivityKind {
	return kinds[type];
}

/** Whether an event is worth a line: of what takes a while, only its beginning and its end are. */
export function isActivity(event: StreamEvent): event is ActivityEvent {
	if (!Object.hasOwn(kinds, event.type)) return false;
	return !('phase' in event) || event.phase === 'begin' || event.phase === 'end' || event.phase === 'add';
}

/** What makes an event the same event, whichever platform it is of. */
export function activityKey({ platform, id }: Pick<StreamEvent, 'platform' | 'id'>): string {
	return `${platform}/${id}`;
}

/** Who an event is about, if it is about somebody who is known. */
export function activityPerson(event: ActivityEvent): Person | undefined {
	if (event.type === 'redemption') return event.redemption.person;
	if (event.type === 'shield-mode' || event.type === 'moderation') return event.by;
	return 'person' in event ? event.person : undefined;
}
