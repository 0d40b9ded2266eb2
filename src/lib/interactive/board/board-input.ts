import { toMixerUserId } from '#lib/interactive/mixer-user-id.ts';

/** Where an input comes from. */
export type InputSource = 'viewer' | 'chat' | 'reward' | 'bits';

/** A place on a control: -1 to 1 on a joystick, 0 to 1 on a screen. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Something that somebody did to a control of a board, wherever they did it. */
export interface BoardInput {
	readonly source: InputSource;
	/** Whose `userId` it is; absent for a viewer, whose number is the same on every platform. */
	readonly platform?: string | undefined;
	readonly userId?: string | undefined;
	/** The participant's, of a viewer. */
	readonly sessionID?: string | undefined;
	/** The group that a viewer is in; whoever comes another way is in the default one. */
	readonly groupID?: string | undefined;
	/** As others may read it. */
	readonly name: string;
	readonly controlID: string;
	/** As the control's kind calls it (`mousedown`). */
	readonly event: string;
	/** What was written, or where to. */
	readonly value?: string | Point | undefined;
	/** Whether sparks, channel points or bits are given for it. */
	readonly paid: boolean;
}

/** Tells people apart: whoever is signed in is the same person in chat and on the page of viewers. */
export function personKey({ platform, userId, sessionID, name }: Omit<BoardInput, 'controlID' | 'event'>): string {
	if (platform !== undefined && userId !== undefined) return `user:${toMixerUserId(platform, userId)}`;
	if (userId !== undefined && userId !== '0') return `user:${userId}`;
	return sessionID === undefined ? `name:${name}` : `session:${sessionID}`;
}
