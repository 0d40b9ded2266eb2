import * as v from 'valibot';

const sessions = v.array(v.pipe(v.string(), v.maxLength(200)));

/** The part of `localStorage` used. */
export type SessionStorage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** Sessions of EventSub that this browser opened for an account: what they leave behind can be told from what others have. */
export interface KeptSessions {
	load(): readonly string[];
	save(sessionIds: readonly string[]): void;
}

/** Keeps them over a reload; where storage is blocked nothing is kept. */
export function createKeptSessions(userId: string, storage: () => SessionStorage): KeptSessions {
	const key = `tributary.eventsub-sessions.${userId}`;
	return {
		load() {
			try {
				return v.parse(sessions, JSON.parse(storage().getItem(key) ?? '[]'));
			} catch {
				return [];
			}
		},
		save(sessionIds) {
			try {
				storage().setItem(key, JSON.stringify(sessionIds));
			} catch {
				return;
			}
		}
	};
}
