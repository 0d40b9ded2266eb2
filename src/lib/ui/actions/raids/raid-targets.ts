import type { FoundChannel } from '#lib/model/found-channel.ts';
import type { Person } from '#lib/model/person.ts';

/** The channels to raid: pinned ones first, live before those that are not known to be. */
export function raidTargets(live: readonly FoundChannel[], pinned: readonly Person[]): readonly FoundChannel[] {
	const isPinned = ({ person }: FoundChannel) => pinned.some(({ userId }) => userId === person.userId);
	const isLive = ({ userId }: Person) => live.some(({ person }) => person.userId === userId);
	const away = pinned.filter((person) => !isLive(person));
	return [
		...live.filter(isPinned),
		...away.map((person) => ({ person, live: false, title: '', category: '' })),
		...live.filter((channel) => !isPinned(channel))
	];
}
