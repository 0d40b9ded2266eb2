import * as v from 'valibot';

const storageKey = 'tributary.authorization';
/** A page of ours with what it wants to be told, never another site. */
const ownAddress = v.pipe(v.string(), v.maxLength(200), v.regex(/^\/(?!\/)[\w\-./:?=&%]*$/));
const transaction = v.object({
	platform: v.string(),
	state: v.string(),
	startedAt: v.number(),
	role: v.exactOptional(v.picklist(['bot', 'viewer'])),
	/** Which page wanted the account, where that was not the panel. */
	returnTo: v.exactOptional(ownAddress)
});

/** A sign-in that left this tab for a platform and has not come back. */
export type AuthorizationTransaction = v.InferOutput<typeof transaction>;

/** The part of `sessionStorage` used: it belongs to one tab, which is what binds an answer to who asked. */
export type TabStorage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Remembers the sign-in that leaves this tab; an older one is forgotten. */
export function saveTransaction(value: AuthorizationTransaction, tab: TabStorage): void {
	tab.setItem(storageKey, JSON.stringify(value));
}

/** Takes the sign-in out, so that it can be finished only once. */
export function takeTransaction(tab: TabStorage): AuthorizationTransaction | undefined {
	const stored = tab.getItem(storageKey);
	tab.removeItem(storageKey);
	if (stored === null) return undefined;
	try {
		return v.parse(transaction, JSON.parse(stored));
	} catch {
		return undefined;
	}
}
