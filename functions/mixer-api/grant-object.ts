import type { Approval, GameRequest, Redemption, ShortCodeStatus } from './short-code.ts';

/**
 * One object of `MixerGrant`. Each is one thing alone, by its name: a short code, the refresh tokens that came of one, what
 * a channel took back, or the wrong guesses of an account; so nothing is a place where all games meet. Times are epoch ms of the Worker that calls.
 */
export interface GrantObject {
	/** Takes the code for a game; false where another game has it. */
	issueCode(request: GameRequest, secret: string, now: number): Promise<boolean>;
	pollCode(secret: string, now: number): Promise<ShortCodeStatus>;
	/** What the code's game asks for; nothing once it was answered or its time is up. */
	findCode(now: number): Promise<(GameRequest & { readonly expiresAt: number }) | undefined>;
	/** False where there was nothing to answer any more; the same answer by the same account may come twice. */
	approveCode(approval: Approval, now: number): Promise<boolean>;
	denyCode(now: number): Promise<boolean>;
	redeemCode(
		attempt: { readonly authorizationCode: string; readonly clientId: string },
		now: number
	): Promise<Redemption>;

	/** Begins a family of refresh tokens with its first, number 0, which is good until then. */
	beginFamily(endsAt: number): Promise<void>;
	/** Uses up the refresh token of this number, and gives the next one's; any other than the newest ends the family. */
	rotateFamily(used: number, endsAt: number): Promise<number | undefined>;
	endFamily(): Promise<void>;

	/** Takes back what the streamer of a channel granted to games until now. */
	signOutGames(now: number): Promise<void>;
	/** When that was last done; 0 where it never was. */
	gamesSignedOutAt(): Promise<number>;

	/** Counts a guess; false where there were too many. */
	countGuess(now: number): Promise<boolean>;
	/** Takes the guess back, since it was right. */
	forgiveGuess(now: number): Promise<void>;
}
