import type { ChatConnection } from '#lib/platforms/chat-connection.ts';
import type { RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import { playTheta } from './theta.ts';
import { playTwitch } from './twitch.ts';

/** One platform played by its emulator, with a connection to a channel of it, as the account that owns it. */
export interface PlatformUnderTest {
	readonly connection: ChatConnection;
	/** Lets time pass and everything on its way arrive. */
	pass(ms: number): Promise<void>;
	/** The platform no longer accepts the access tokens that it gave out; the next one is good again. */
	expireTokens(): void;
	/** Somebody writes a line in the channel. */
	say(text: string): void;
	/** The platform sends what no codec understands. */
	sendGarbage(): void;
	/** The network takes every connection away at once. */
	cut(): void;
	/** The server answers again, or stops answering. */
	setReachable(reachable: boolean): void;
}

/** Every registered platform has to be playable. */
export const platformsUnderTest: Readonly<Record<RegisteredPlatformId, () => PlatformUnderTest>> = {
	twitch: playTwitch,
	theta: playTheta
};
