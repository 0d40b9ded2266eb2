import { activityTypes, type ActivityEntry } from '#lib/model/activity.ts';
import { mergeActivity } from '#lib/model/activity-list.ts';
import * as v from 'valibot';

/** How many lines of activity are kept. */
export const mostActivities = 500;

const version = 1;
const longestAgeMs = 24 * 60 * 60_000;

/** What is kept of the activity on the streams of this browser's accounts. */
export interface ActivityRecord {
	/** Oldest first. */
	readonly entries: readonly ActivityEntry[];
	/** Epoch ms until when the streamer has looked at it. */
	readonly lookedAt: number;
}

/** A record of nothing. */
export const emptyActivity: ActivityRecord = { entries: [], lookedAt: 0 };

const text = v.pipe(v.string(), v.maxLength(4_000));
const number = v.pipe(v.number(), v.finite());
const person = v.looseObject({ userId: text, login: text, displayName: text });
const tier = v.picklist(['1000', '2000', '3000']);
const someone = v.exactOptional(person);
const phase = v.picklist(['begin', 'end']);

/** What each type has beside its stamp. */
const parts = {
	follow: { person },
	subscription: { person, tier, gifted: v.boolean() },
	resubscription: { person, tier, months: number, streakMonths: v.exactOptional(number), text },
	gift: { person: someone, tier, count: number, total: v.exactOptional(number) },
	cheer: { person: someone, bits: number, text },
	'power-up': { person, bits: number, name: text },
	tip: { person, amount: text, text },
	'charity-donation': { person, amount: text, charity: text },
	raid: { person, viewers: number },
	'raid-sent': { person, viewers: number },
	'shoutout-received': { person, viewers: number },
	'shoutout-sent': { person, nextAt: number, sameNextAt: number },
	redemption: {
		phase: v.literal('add'),
		redemption: v.looseObject({ person, input: text, reward: v.looseObject({ title: text, cost: number }) })
	},
	poll: {
		phase,
		poll: v.looseObject({ title: text, choices: v.array(v.looseObject({ title: text, votes: number })) })
	},
	prediction: {
		phase,
		prediction: v.looseObject({
			title: text,
			status: text,
			outcomes: v.array(v.looseObject({ id: text, title: text }))
		})
	},
	'hype-train': { phase, train: v.looseObject({ level: number, total: number }) },
	goal: { phase, goal: v.looseObject({ description: text, current: number, target: number }) },
	'stream-online': { startedAt: number },
	'stream-offline': {},
	'ad-break': { seconds: number, automatic: v.boolean() },
	ban: { person, by: person, reason: text, endsAt: v.exactOptional(number) },
	unban: { person, by: person },
	warning: { person, by: person, reason: text },
	role: { role: v.picklist(['moderator', 'vip']), person, given: v.boolean() },
	'shield-mode': { active: v.boolean(), by: person },
	'unban-request': { requestId: text, person, text },
	moderation: { action: text, by: person, person: someone }
} satisfies Record<(typeof activityTypes)[number], v.ObjectEntries>;

const event = v.variant(
	'type',
	activityTypes.map((type) =>
		v.looseObject({ type: v.literal(type), id: text, platform: text, at: number, ...parts[type] })
	)
);

const entry = v.object({
	event,
	owner: text,
	heardAt: number,
	acknowledged: v.boolean(),
	acknowledgedAt: number,
	recipients: v.array(v.object({ eventId: text, person }))
});

const record = v.object({ version: v.literal(version), lookedAt: number, entries: v.array(v.unknown()) });

/** Makes what is stored of a record. */
export function toStoredActivity({ entries, lookedAt }: ActivityRecord): unknown {
	return { version, lookedAt, entries };
}

/** Reads what was stored; entries that are none, or simulated, are left out. */
export function parseStoredActivity(value: unknown): ActivityRecord {
	const stored = v.safeParse(record, value);
	if (!stored.success) return emptyActivity;
	return { lookedAt: stored.output.lookedAt, entries: stored.output.entries.filter(isKept) };
}

/** What two pages know together. */
export function mergeActivityRecords(one: ActivityRecord, other: ActivityRecord): ActivityRecord {
	return {
		entries: mergeActivity(one.entries, other.entries).slice(-mostActivities),
		lookedAt: Math.max(one.lookedAt, other.lookedAt)
	};
}

/** The record without what is older than a day. */
export function withoutOldActivity({ entries, lookedAt }: ActivityRecord, now: number): ActivityRecord {
	// A clock that was set back has yet to come to what it wrote.
	return { entries: entries.filter(({ event }) => event.at >= now - longestAgeMs), lookedAt: Math.min(lookedAt, now) };
}

function isKept(value: unknown): value is ActivityEntry {
	return v.is(entry, value) && value.event['simulated'] !== true;
}
