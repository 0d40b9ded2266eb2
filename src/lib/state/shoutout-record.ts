import * as v from 'valibot';
import { personSchema } from './person-schema.ts';

const waitingSchema = v.object({
	person: personSchema,
	/** How often in a row Twitch said that it was too early. */
	refusals: v.number(),
	/** It may have been given: the answer did not arrive. */
	uncertain: v.boolean()
});

const queueSchema = v.object({
	waiting: v.pipe(v.array(waitingSchema), v.maxLength(60)),
	raiders: v.pipe(v.array(personSchema), v.maxLength(60)),
	anyFreeAt: v.number(),
	sameFreeAt: v.record(v.string(), v.number()),
	thanksRaiders: v.boolean(),
	paused: v.boolean()
});

type Stored = v.InferOutput<typeof queueSchema>;

/** A channel that waits for its shoutout. */
export type WaitingShoutout = Readonly<Stored['waiting'][number]>;

/** What is kept of a shoutout queue. */
export interface QueueRecord extends Readonly<Omit<Stored, 'waiting' | 'raiders'>> {
	readonly waiting: readonly WaitingShoutout[];
	readonly raiders: readonly Readonly<Stored['raiders'][number]>[];
}

/** A queue in which nobody waits. */
export const emptyQueue: QueueRecord = {
	waiting: [],
	raiders: [],
	anyFreeAt: 0,
	sameFreeAt: {},
	thanksRaiders: false,
	paused: false
};

/** Reads a kept queue; one that is not there or not right is empty. */
export function parseQueue(text: string | null): QueueRecord {
	try {
		return text === null ? emptyQueue : v.parse(queueSchema, JSON.parse(text));
	} catch {
		return emptyQueue;
	}
}

/** Writes a queue, without the pauses that are over. */
export function formatQueue(record: QueueRecord, now: number): string {
	const sameFreeAt = Object.fromEntries(Object.entries(record.sameFreeAt).filter(([, freeAt]) => freeAt > now));
	return JSON.stringify({ ...record, sameFreeAt });
}
