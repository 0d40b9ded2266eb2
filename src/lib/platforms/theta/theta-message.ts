import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(20_000));
const number = v.union([
	v.pipe(v.number(), v.finite()),
	v.pipe(v.string(), v.regex(/^\d{1,15}(\.\d{1,18})?$/), v.transform(Number))
]);

/** Takes a field where it has the right shape and drops it otherwise: one odd field must not cost the message. */
function lenient<const Schema extends v.GenericSchema>(schema: Schema) {
	return v.fallback(v.optional(v.nullable(schema)), undefined);
}

const subscription = v.object({ count: lenient(number), current_period_end: lenient(number) });

const user = v.object({
	id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
	username: lenient(text),
	sub: lenient(subscription),
	channel_xp: lenient(v.object({ level: lenient(number) }))
});

/** A person as THETA.tv describes one; `sub` and `channel_xp` only on chat lines. */
export type ThetaUser = v.InferOutput<typeof user>;

const data = v.object({
	message_id: lenient(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/))),
	text: lenient(text),
	note: lenient(text),
	timestamp: lenient(number),
	user: lenient(user),
	sender: lenient(user),
	tfuel: lenient(number),
	item: lenient(v.object({ name: lenient(text) })),
	gift: lenient(v.object({ name: lenient(text), tfuel: lenient(number) })),
	sub: lenient(v.object({ ...subscription.entries, gifter: lenient(user) })),
	metadata: lenient(v.object({ message: lenient(text) }))
});

/** What a message tells, in THETA.tv's words. */
export type ThetaFields = v.InferOutput<typeof data>;

const message = v.object({ type: v.pipe(v.string(), v.maxLength(200)), data: v.fallback(data, {} as ThetaFields) });

/** Reads a PubNub payload as a THETA.tv message, or `undefined` where it is none. */
export function parseThetaMessage(payload: unknown): { readonly type: string; readonly data: ThetaFields } | undefined {
	const result = v.safeParse(message, payload);
	return result.success ? result.output : undefined;
}
