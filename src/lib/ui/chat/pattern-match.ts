import type { TextMatch } from '#lib/model/chat-filter.ts';

/** Makes a test of a regular expression, in any case; `undefined` for a text that is none. */
export type PatternCompiler = (source: string) => TextMatch | undefined;

/** Loads an engine whose time grows with the text alone: no pattern can make the page hang. @see https://github.com/google/re2/wiki/Syntax */
export async function loadPatternCompiler(): Promise<PatternCompiler> {
	const { RE2JS } = await import('re2js');
	return (source) => {
		try {
			const pattern = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
			return (text) => pattern.test(text);
		} catch {
			return undefined;
		}
	};
}
