import type { ListedPerson } from '#lib/model/listed-person.ts';
import { requestAvatars } from '#lib/platforms/twitch/helix/avatars.ts';
import { createContext } from 'svelte';
import { Avatars } from './avatars.svelte.ts';
import { PeopleLists, type PeopleRoom } from './people-lists.svelte.ts';

/** The people of the streamer's channel, and whose card is open. */
export class PeopleDesk {
	readonly lists: PeopleLists;
	readonly avatars: Avatars;
	opened = $state.raw<ListedPerson>();

	constructor(room: PeopleRoom) {
		this.lists = new PeopleLists(room);
		this.avatars = new Avatars((userIds) => requestAvatars(room.helix, userIds));
	}

	/** Hears what happens on the stream until the returned function is called. */
	open(): () => void {
		const stop = this.lists.open();
		return () => {
			stop();
			this.avatars.close();
		};
	}
}

/** The people of the panel, set where they are shown. */
export const [getPeopleDesk, setPeopleDesk] = createContext<PeopleDesk>();
