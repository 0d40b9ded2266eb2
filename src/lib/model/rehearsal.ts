import { activityTypes, type ActivityEvent } from './activity.ts';
import type { Person } from './person.ts';
import type { StreamEvent, StreamEventStamp } from './stream-event.ts';

/** What an event that is made up tells. */
export interface RehearsalDraft {
	readonly type: ActivityEvent['type'];
	readonly name: string;
	/** Bits, viewers, months, or whatever the type counts. */
	readonly amount: number;
}

/** What the amount of an event counts. */
export type RehearsalUnit =
	'months' | 'gifts' | 'bits' | 'tfuel' | 'money' | 'viewers' | 'points' | 'level' | 'seconds';

/** The types that can be made up, in the order in which they are offered. */
export const rehearsalTypes: readonly ActivityEvent['type'][] = activityTypes;

/** The largest amount that is made up. */
export const mostRehearsed = 1_000_000;

const units: Partial<Record<ActivityEvent['type'], RehearsalUnit>> = {
	resubscription: 'months',
	gift: 'gifts',
	cheer: 'bits',
	'power-up': 'bits',
	tip: 'tfuel',
	'charity-donation': 'money',
	raid: 'viewers',
	'raid-sent': 'viewers',
	'shoutout-received': 'viewers',
	redemption: 'points',
	'hype-train': 'level',
	'ad-break': 'seconds'
};

const nameless: readonly ActivityEvent['type'][] = [
	'poll',
	'prediction',
	'hype-train',
	'goal',
	'stream-online',
	'stream-offline',
	'ad-break'
];

type Parts<Event> = Event extends StreamEvent ? Omit<Event, keyof StreamEventStamp | 'type'> : never;
type Builder<Type> = (
	draft: RehearsalDraft & { readonly person: Person },
	stamp: StreamEventStamp
) => Parts<Extract<StreamEvent, { readonly type: Type }>>;

const builders: { readonly [Type in ActivityEvent['type']]: Builder<Type> } = {
	follow: ({ person }) => ({ person }),
	subscription: ({ person }) => ({ person, tier: '1000', gifted: false }),
	resubscription: ({ person, amount }) => ({ person, tier: '1000', months: amount, text: '' }),
	gift: ({ person, amount }) => ({ person, tier: '1000', count: amount }),
	cheer: ({ person, amount }) => ({ person, bits: amount, text: '' }),
	'power-up': ({ person, amount }) => ({ person, bits: amount, name: 'Message effect' }),
	tip: ({ person, amount }) => ({ person, amount: `${amount} TFuel`, text: '' }),
	'charity-donation': ({ person, amount }) => ({ person, amount: `${amount} USD`, charity: 'Charity' }),
	raid: ({ person, amount }) => ({ person, viewers: amount }),
	'raid-sent': ({ person, amount }) => ({ person, viewers: amount }),
	'shoutout-received': ({ person, amount }) => ({ person, viewers: amount }),
	'shoutout-sent': ({ person }, { at }) => ({ person, nextAt: at, sameNextAt: at }),
	redemption: ({ person, amount }, { id, at }) => ({
		phase: 'add',
		redemption: {
			id,
			person,
			reward: { id, title: 'Reward', cost: amount },
			input: '',
			status: 'unfulfilled',
			redeemedAt: at
		}
	}),
	poll: (_draft, { id, at }) => ({
		phase: 'begin',
		poll: { id, title: 'Poll', choices: [], status: 'active', startedAt: at, endsAt: at }
	}),
	prediction: (_draft, { id, at }) => ({
		phase: 'begin',
		prediction: { id, title: 'Prediction', outcomes: [], status: 'active', startedAt: at, locksAt: at }
	}),
	'hype-train': ({ amount }, { id, at }) => ({
		phase: 'begin',
		train: { id, level: amount, total: 0, progress: 0, goal: 0, topContributions: [], startedAt: at }
	}),
	goal: (_draft, { id, at }) => ({
		phase: 'begin',
		goal: { id, kind: 'follower', description: '', current: 0, target: 100, startedAt: at }
	}),
	'stream-online': (_draft, { at }) => ({ startedAt: at }),
	'stream-offline': () => ({}),
	'ad-break': ({ amount }) => ({ seconds: amount, automatic: false }),
	ban: ({ person }) => ({ person, by: person, reason: '' }),
	unban: ({ person }) => ({ person, by: person }),
	warning: ({ person }) => ({ person, by: person, reason: '' }),
	role: ({ person }) => ({ person, role: 'vip', given: true }),
	'shield-mode': ({ person }) => ({ by: person, active: true }),
	'unban-request': ({ person }, { id }) => ({ person, requestId: id, text: '' }),
	moderation: ({ person }) => ({ by: person, action: 'clear' })
};

/** What the amount of a type counts; absent where it counts nothing. */
export function rehearsalUnit(type: ActivityEvent['type']): RehearsalUnit | undefined {
	return units[type];
}

/** Whether a type is about somebody. */
export function isNamed(type: ActivityEvent['type']): boolean {
	return !nameless.includes(type);
}

/** Makes an event up. */
export function toRehearsal(draft: RehearsalDraft, { id, at }: Pick<StreamEventStamp, 'id' | 'at'>): StreamEvent {
	const stamp: StreamEventStamp = { id, at, platform: draft.type === 'tip' ? 'theta' : 'twitch', simulated: true };
	const person = { userId: '', login: draft.name.toLowerCase(), displayName: draft.name };
	const build = builders[draft.type] as Builder<ActivityEvent['type']>;
	return { ...stamp, type: draft.type, ...build({ ...draft, person }, stamp) } as StreamEvent;
}

/** The same event once more: marked, so that nothing counts it. */
export function toReplay(event: StreamEvent, { id, at }: Pick<StreamEventStamp, 'id' | 'at'>): StreamEvent {
	return { ...event, id, at, simulated: true, replayOf: event.id };
}
