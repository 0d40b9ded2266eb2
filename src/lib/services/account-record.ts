import type { Account } from '#lib/model/account.ts';
import * as v from 'valibot';

const record = v.object({
	identity: v.object({
		platform: v.string(),
		userId: v.string(),
		login: v.string(),
		displayName: v.string(),
		avatarUrl: v.exactOptional(v.string())
	}),
	tokens: v.object({
		accessToken: v.string(),
		expiresAt: v.exactOptional(v.number()),
		scopes: v.array(v.string()),
		sealedRefreshToken: v.exactOptional(v.string())
	}),
	generation: v.number(),
	needsReconnect: v.boolean()
});

/** Reads a stored account; `undefined` for what is none, or none of this version. */
export function parseAccount(value: unknown): Account | undefined {
	const account = v.safeParse(record, value);
	return account.success ? account.output : undefined;
}
