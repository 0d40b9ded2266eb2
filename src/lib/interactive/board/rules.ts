import type { JsonObject } from '#lib/interactive/json.ts';
import * as v from 'valibot';

/** How the presses of many become one: each by itself, or one result at the end of a window. */
export const aggregates = ['every', 'first', 'vote', 'mean', 'last'] as const;

/** How the presses of many become one. */
export type Aggregate = (typeof aggregates)[number];

/** What presses a control besides a viewer's finger. */
export interface RuleInputs {
	/** A command (`!jump`), or a number for a vote (`2`). */
	readonly chat?: string | undefined;
	/** The channel-point reward of that id. */
	readonly rewardId?: string | undefined;
	/** At least so many bits cheered. */
	readonly bits?: number | undefined;
}

/** Something that is done, by the name of its kind; the other fields are the kind's own. */
export interface Effect extends JsonObject {
	readonly type: string;
}

/** What a control does on its own, without a game. */
export interface Rules {
	readonly inputs: RuleInputs;
	readonly cooldownMs?: number | undefined;
	/** Sparks a press takes; viewers see it. */
	readonly cost?: number | undefined;
	readonly aggregate: Aggregate;
	readonly windowMs?: number | undefined;
	/** Each group of participants has a result of its own. */
	readonly perGroup?: boolean | undefined;
	readonly effects: readonly Effect[];
}

/** The rules of a control that only tells whoever plays the game. */
export const noRules: Rules = { inputs: {}, aggregate: 'every', effects: [] };

/** So much a control's rules may say; times in ms. */
export const ruleLimits = {
	chatChars: 30,
	bits: 1_000_000,
	cooldownMs: 3_600_000,
	cost: 100_000,
	leastWindowMs: 50,
	windowMs: 600_000,
	effects: 10,
	effectChars: 4_000
} as const;

/** A word that a chatter can write: no spaces, so that it is the whole of the message's beginning. */
export const chatWord = v.pipe(v.string(), v.trim(), v.regex(/^\S+$/u), v.maxLength(ruleLimits.chatChars));

/** Reads an effect as it is kept and passed on: small, whatever its kind. */
export const effectSchema = v.pipe(
	v.looseObject({ type: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) }),
	v.check((value) => JSON.stringify(value).length <= ruleLimits.effectChars)
) as unknown as v.GenericSchema<unknown, Effect>;

/** Reads the rules of a control; what a kind of effect needs is checked where the kind is known. */
export const rulesSchema = v.object({
	inputs: v.optional(
		v.object({
			chat: v.optional(chatWord),
			rewardId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
			bits: v.optional(whole(1, ruleLimits.bits))
		}),
		{}
	),
	cooldownMs: v.optional(whole(0, ruleLimits.cooldownMs)),
	cost: v.optional(whole(0, ruleLimits.cost)),
	aggregate: v.optional(v.picklist(aggregates), 'every'),
	windowMs: v.optional(whole(ruleLimits.leastWindowMs, ruleLimits.windowMs)),
	perGroup: v.optional(v.boolean()),
	effects: v.optional(v.pipe(v.array(effectSchema), v.maxLength(ruleLimits.effects)), [])
});

/** Whether rules say anything besides the cost. */
export function saysNothing({ inputs, aggregate, cooldownMs, windowMs, perGroup, effects }: Rules): boolean {
	const quiet = [...Object.values(inputs), cooldownMs, windowMs, perGroup].every((value) => value === undefined);
	return quiet && aggregate === 'every' && effects.length === 0;
}

function whole(least: number, most: number) {
	return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}
