import type { Person } from './person.ts';

/** A channel that can be raided or recommended, as it was when it was looked up. */
export interface FoundChannel {
	readonly person: Person;
	readonly live: boolean;
	readonly title: string;
	/** Empty for none. */
	readonly category: string;
	/** Absent where it is not told. */
	readonly viewers?: number;
	readonly avatarUrl?: string;
}
