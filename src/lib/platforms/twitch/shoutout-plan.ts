import type { Person } from '#lib/model/person.ts';
import { shoutoutPauses } from './helix/shoutouts.ts';

/** From when on shoutouts can be given again; epoch ms. */
export interface ShoutoutLimits {
	readonly anyFreeAt: number;
	/** By user ID. */
	readonly sameFreeAt: Readonly<Record<string, number>>;
}

/** A shoutout and when it goes out. */
export interface PlannedShoutout {
	readonly person: Person;
	readonly dueAt: number;
}

/** When each channel gets its shoutout, earliest first: one that has to wait out its hour holds nobody up. */
export function planShoutouts(
	people: readonly Person[],
	{ anyFreeAt, sameFreeAt }: ShoutoutLimits,
	now: number
): readonly PlannedShoutout[] {
	const left = [...people];
	const planned: PlannedShoutout[] = [];
	const freeAt = ({ userId }: Person) => sameFreeAt[userId] ?? 0;
	let dueAt = Math.max(now, anyFreeAt);
	while (left.length > 0) {
		dueAt = Math.max(dueAt, Math.min(...left.map(freeAt)));
		const [person] = left.splice(
			left.findIndex((one) => freeAt(one) <= dueAt),
			1
		);
		if (person) planned.push({ person, dueAt });
		dueAt += shoutoutPauses.anyMs;
	}
	return planned;
}
