/** Somebody on a platform. */
export interface Person {
	readonly userId: string;
	readonly login: string;
	readonly displayName: string;
}
