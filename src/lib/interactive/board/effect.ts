import type { JsonObject } from '#lib/interactive/json.ts';
import * as v from 'valibot';

/** What a control does besides telling a game: its `type`, and fields that only the effect of that type knows. */
export interface Effect extends JsonObject {
	readonly type: string;
}

/** As many effects as a control may have. */
export const mostEffects = 8;

const mostFields = 16;
const largestChars = 4_000;

/** An effect as it is kept and passed on: small, whatever its type; the registry checks its fields before it runs. */
export const effectSchema = v.pipe(
	v.looseObject({ type: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,31}$/)) }),
	v.check((effect) => Object.keys(effect).length <= mostFields),
	v.check((effect) => JSON.stringify(effect).length <= largestChars),
	v.transform((effect) => effect as Effect)
);

/** The effects of a control. */
export const effectsSchema = v.pipe(v.array(effectSchema), v.maxLength(mostEffects), v.readonly());
