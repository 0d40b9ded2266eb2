import * as v from 'valibot';

/** Somebody as they are kept in this browser. */
export const personSchema = v.object({
	userId: v.pipe(v.string(), v.regex(/^\d{1,20}$/)),
	login: v.pipe(v.string(), v.maxLength(60)),
	displayName: v.pipe(v.string(), v.maxLength(120))
});
