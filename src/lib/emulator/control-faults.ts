import * as v from 'valibot';
import type { Fault } from './faults.ts';

const kinds = ['status', 'html', 'malformed', 'huge', 'delay', 'drop', 'half-open'] as const;
const status = v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599));
const longestMs = 10 * 60_000;
const defaultDelayMs = 1_000;
const ms = v.pipe(v.number(), v.minValue(0), v.maxValue(longestMs));
const kindNames = [...kinds, '5xx', 'a status from 400 to 599'].join(', ');

/** Takes a fault in full, or by a short name: `{"fault": "429", "endpoint": "twitch/helix"}`. */
export const faultSchema = v.pipe(
	v.object({
		endpoint: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
		kind: v.optional(v.string()),
		fault: v.optional(v.union([v.string(), v.number()])),
		status: v.optional(status),
		delayMs: v.optional(ms),
		ms: v.optional(ms),
		times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
		forMs: v.optional(ms)
	}),
	v.rawTransform(({ dataset, addIssue, NEVER }): Fault => {
		const { endpoint, kind, fault, ms, ...limits } = dataset.value;
		const named = readKind(kind ?? fault ?? 'status');
		if (!named) {
			addIssue({ message: `"kind" is wrong: it takes one of ${kindNames}.` });
			return NEVER;
		}
		return { ...named, ...withoutUndefined({ delayMs: ms, ...limits }), endpoint: endpoint.replace(/^\//, '') };
	})
);

function readKind(name: string | number): Omit<Fault, 'endpoint'> | undefined {
	const text = String(name).toLowerCase();
	if (text === 'delay') return { kind: 'delay', delayMs: defaultDelayMs };
	if (text === '5xx') return { kind: 'status', status: 503 };
	const kind = kinds.find((known) => known === text);
	if (kind) return { kind };
	const code = Number(text);
	return v.is(status, code) ? { kind: 'status', status: code } : undefined;
}

type Given<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

function withoutUndefined<Fields extends object>(fields: Fields): Given<Fields> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;
}
