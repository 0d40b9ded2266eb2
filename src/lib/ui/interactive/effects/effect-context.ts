import type { OverlayEffect } from '#lib/interactive/board/overlay-effect.ts';
import type { PlatformId } from '#lib/model/platform-id.ts';
import type { ControlRoom } from '#lib/state/control-room.svelte.ts';

/** What set an effect off. All of its texts come from strangers. */
export interface EffectInput {
	readonly controlID: string;
	/** What the control says; its id where it says nothing. */
	readonly label: string;
	/** Who did it; empty for several, or for somebody without a name. */
	readonly name: string;
	readonly platform?: PlatformId;
	readonly phase: 'press' | 'release' | 'move';
	/** Whether a release will follow. */
	readonly held?: boolean;
	/** What was written, voted for or redeemed. */
	readonly value?: string | number;
	/** Of a joystick, from -1 to 1; of a screen, from 0 to 1. */
	readonly x?: number;
	readonly y?: number;
}

/** Where a line is said. */
export type SayWhere = 'everywhere' | PlatformId;

/** Keys of a game page, which several people hold at once. */
export interface KeyPort {
	/** Down, and up again after so long. */
	tap(keyCode: number, durationMs: number): void;
	/** Down until it is released, or for too long. */
	hold(keyCode: number): void;
	release(keyCode: number): void;
}

/** What an effect may use; each of these throws as the call behind it does. */
export interface EffectContext {
	readonly input: EffectInput;
	/** The streamer's own channel on Twitch. */
	readonly channel: Pick<ControlRoom, 'helix' | 'broadcasterId'>;
	readonly keys: KeyPort;
	/** Writes a line in the streamer's own chats. */
	say(text: string, where: SayWhere): Promise<void>;
	/** Tells every overlay of the room. */
	broadcastOverlay(effect: OverlayEffect): void | Promise<void>;
	/** Sends a text to a program on this machine. */
	sendLocal(url: string, text: string): Promise<void>;
}
