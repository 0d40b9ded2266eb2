import { effectSchema, type Effect } from '#lib/interactive/board/rules.ts';
import { RejectionError } from '#lib/model/errors.ts';
import type { RefusalWords } from '#lib/ui/actions/action-failure.ts';
import type Zap from '@lucide/svelte/icons/zap';
import * as v from 'valibot';
import type { EffectContext, EffectInput } from './effect-context.ts';
import type { RateCap } from './rate-limit.ts';

interface Named {
	/** The field of the effect that it writes. */
	readonly name: string;
	readonly label: () => string;
}

/** How a field of an effect is edited. */
export type EffectField =
	| (Named & {
			readonly type: 'text';
			readonly most: number;
			/** Whether `{name}` and the like may be in it. */
			readonly template?: boolean;
			readonly rows?: number;
			readonly placeholder?: () => string;
	  })
	| (Named & { readonly type: 'number'; readonly least: number; readonly most: number; readonly unit: () => string })
	| (Named & { readonly type: 'share' })
	| (Named & { readonly type: 'choice'; readonly options: readonly EffectOption[] })
	| (Named & { readonly type: 'lines'; readonly most: number })
	| (Named & { readonly type: 'key' | 'sound' | 'image' | 'poll-template' });

/** One of the values that a field may have. */
export interface EffectOption {
	readonly value: string;
	readonly label: () => string;
}

/** What a panel knows of the effects of one type. */
export interface EffectDefinition {
	readonly type: string;
	readonly icon: typeof Zap;
	/** What it does, as a verb. */
	readonly label: () => string;
	readonly hint: () => string;
	readonly fields: readonly EffectField[];
	readonly schema: v.GenericSchema<unknown, Effect>;
	/** What a new one begins with; it may have to be completed. */
	readonly initial: Effect;
	/** When it runs; absent: with each press. */
	readonly phases?: readonly EffectInput['phase'][];
	/** All effects of the type together run no more often; letting go always may. */
	readonly cap: RateCap;
	/** What the streamer has to allow on Twitch. */
	readonly scope?: string;
	/** Sentences for refusals. */
	readonly words?: RefusalWords;
	/** What is wrong with a field; `undefined` for nothing. */
	problem(effect: Effect, field: string): string | undefined;
	/** What this one does, in a few words. */
	summarize(effect: Effect): string;
	/** Carries it out. Throws `RejectionError` `malformed_effect` for fields out of bounds, and as the context does. */
	run(effect: Effect, context: EffectContext): void | Promise<void>;
}

type Fields<Entries extends v.ObjectEntries> = v.InferOutput<v.ObjectSchema<Entries, undefined>>;

interface Draft<Entries extends v.ObjectEntries> extends Omit<
	EffectDefinition,
	'schema' | 'initial' | 'problem' | 'summarize' | 'run'
> {
	/** How each field is checked; messages are shown beside the field. */
	readonly entries: Entries;
	readonly initial: Readonly<Record<keyof Entries & string, Effect[string]>>;
	summarize(fields: Fields<Entries>): string;
	run(fields: Fields<Entries>, context: EffectContext): void | Promise<void>;
}

/** Makes an effect's definition of its typed fields: nothing runs, and nothing is described, that does not pass the schema. */
export function defineEffect<const Entries extends v.ObjectEntries>(draft: Draft<Entries>): EffectDefinition {
	const { entries, initial, ...rest } = draft;
	const fields = v.object(entries);
	const read = (effect: Effect) => v.safeParse(fields, effect);
	return {
		...rest,
		schema: v.pipe(
			effectSchema,
			v.check(({ type }) => type === draft.type),
			v.check((effect) => read(effect).success)
		),
		initial: { ...initial, type: draft.type },
		problem(effect, name) {
			const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
			const issues = entry && v.safeParse(entry as v.GenericSchema, effect[name]).issues;
			return issues?.[0].message;
		},
		summarize(effect) {
			const { success, output } = read(effect);
			return success ? draft.summarize(output as Fields<Entries>) : '';
		},
		async run(effect, context) {
			const { success, output } = read(effect);
			if (!success) throw new RejectionError('malformed_effect', `The effect "${draft.type}" is not complete.`);
			await draft.run(output as Fields<Entries>, context);
		}
	};
}
