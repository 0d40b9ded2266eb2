import type { PlatformId } from '#lib/model/platform-id.ts';
import type { SentTimes } from '#lib/platforms/platform.ts';
import * as v from 'valibot';

const mostTimes = 200;
const timesSchema = v.array(v.number());

/** The part of `localStorage` used: what is counted there, every page of this browser counts. */
export type SentTimesStorage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps when the accounts of a platform wrote; where storage is blocked nothing is remembered but by this page. */
export function createSentTimes(platform: PlatformId, storage: () => SentTimesStorage): SentTimes {
	const own = new Map<string, readonly number[]>();
	const keyOf = (userId: string) => `tributary.sent.${platform}.${userId}`;
	return {
		load(userId) {
			try {
				return v.parse(timesSchema, JSON.parse(storage().getItem(keyOf(userId)) ?? '[]'));
			} catch {
				return own.get(userId) ?? [];
			}
		},
		save(userId, sentAt) {
			const kept = sentAt.slice(-mostTimes);
			own.set(userId, kept);
			try {
				if (kept.length === 0) storage().removeItem(keyOf(userId));
				else storage().setItem(keyOf(userId), JSON.stringify(kept));
			} catch {
				return;
			}
		}
	};
}
