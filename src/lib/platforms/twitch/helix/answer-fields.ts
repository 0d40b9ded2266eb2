import { cleanText } from '#lib/model/clean-text.ts';
import * as v from 'valibot';

const longestText = 500;

/** The id of an account or a category. */
export const numericId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));

/** An account's name in addresses. */
export const login = v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,25}$/));

/** A time, as epoch ms. */
export const moment = v.pipe(v.string(), v.maxLength(40), v.transform(Date.parse), v.number(), v.finite());

/** A stranger's words, without what could disturb the page. */
export const words = v.pipe(
	v.string(),
	v.transform((text) => cleanText(text.slice(0, longestText)).trim())
);

/** A number of things. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
