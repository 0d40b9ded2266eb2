import { cleanText } from '#lib/model/clean-text.ts';
import type { EffectInput } from './effect-context.ts';

/** What may stand in a template, as it is written. */
export const placeholders = ['{name}', '{control}', '{value}'] as const;

const anyPlaceholder = /\{(name|control|value|x|y|phase)\}/g;
const longestValue = 200;
const decimals = 1_000;

/** Puts what happened into a template, in one pass: a placeholder in somebody's name stays as they wrote it. */
export function fillTemplate(template: string, input: EffectInput, longest: number): string {
	const filled = template.replace(anyPlaceholder, (_, name: string) => valueOf(name, input));
	return cut(cleanText(filled).replace(/\s+/g, ' ').trim(), longest);
}

/** As `fillTemplate`, for chat: what strangers bring can be no command, neither of the platform nor of a bot. */
export function fillLine(template: string, input: EffectInput, longest: number): string {
	const line = fillTemplate(template, input, longest);
	return /^\s*\{/.test(template) ? line.replace(/^[\s/.!\\]+/, '') : line;
}

/** Fills the strings of a JSON template, and nothing but strings; one that is only `{x}` or `{y}` becomes the number. */
export function fillJson(template: string, input: EffectInput): string {
	return JSON.stringify(JSON.parse(template), (_key, value: unknown) => {
		if (typeof value !== 'string') return value;
		if (value === '{x}' || value === '{y}') return round(value === '{x}' ? input.x : input.y);
		return value.replace(anyPlaceholder, (_, name: string) => valueOf(name, input));
	});
}

/** Whether it is JSON, with placeholders in strings only. */
export function isJsonTemplate(template: string): boolean {
	try {
		JSON.parse(template);
		return true;
	} catch {
		return false;
	}
}

function valueOf(name: string, { label, ...input }: EffectInput): string {
	const values: Readonly<Record<string, string | number | undefined>> = {
		name: input.name,
		control: label,
		value: input.value,
		x: round(input.x),
		y: round(input.y),
		phase: input.phase
	};
	return cut(cleanText(String(values[name] ?? '')), longestValue);
}

function round(value = 0): number {
	return Math.round(value * decimals) / decimals;
}

/** Never through the middle of a character. */
function cut(text: string, longest: number): string {
	if (text.length <= longest) return text;
	return text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}
