import type { ListedBan } from './listed-person.ts';
import type { Person } from './person.ts';

/** What became of somebody in a channel. */
export type PersonChange =
	| { readonly type: 'role'; readonly role: 'moderator' | 'vip'; readonly person: Person; readonly given: boolean }
	| { readonly type: 'ban'; readonly person: Person; readonly at: number; readonly ban: ListedBan }
	| { readonly type: 'unban'; readonly person: Person };
