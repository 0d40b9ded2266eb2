/** What a channel streams. */
export interface Category {
	readonly id: string;
	readonly name: string;
	/** Names its picture on the platform's image host; absent where it is not known. */
	readonly artId?: string;
}
