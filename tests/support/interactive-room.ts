import type { JsonObject } from '#lib/interactive/json.ts';
import { receive } from '#lib/interactive/room.ts';
import { openHost, openParticipant } from '#lib/interactive/room/joining.ts';
import type { Outcome, RoomContext, Sender } from '#lib/interactive/room/outcome.ts';
import { defaultSettings, type RoomSettings } from '#lib/interactive/room/settings.ts';
import { createRoom, type Room } from '#lib/interactive/room/state.ts';

export const host: Sender = { role: 'host', id: 'game' };

/** A context at a time of the test's choosing. */
export function contextAt(now: number, settings: Partial<RoomSettings> = {}): RoomContext {
	return { now, createId: () => `charge-${now}`, settings: { ...defaultSettings, ...settings } };
}

/** A participant as a sender. */
export function viewer(sessionID: string): Sender {
	return { role: 'participant', sessionID };
}

/** Calls, and gives what came of it. */
export function call(
	room: Room,
	sender: Sender,
	method: string,
	params: JsonObject,
	context = contextAt(1_000),
	id = 1
): Outcome {
	return receive(room, { type: 'method', method, params, id, seq: 0, discard: false }, sender, context);
}

/** The room after a call that has to go well. */
export function after(
	room: Room,
	sender: Sender,
	method: string,
	params: JsonObject,
	context = contextAt(1_000)
): Room {
	const outcome = call(room, sender, method, params, context);
	const error = outcome.replies[0]?.error;
	if (error) throw new Error(`${method}: ${error.code} ${error.message} ${error.path}`);
	return outcome.room;
}

/** A room with a game client, the viewers ann (signed in, 100 sparks) and bob (anonymous), and nothing made yet. */
export function seatedRoom(): Room {
	const opened = accepted(openHost(createRoom(), 'game'));
	const context = contextAt(0);
	const known = { level: 1, channelGroups: ['User'] };
	const ann = { ...known, sessionID: 'ann', userID: 7, username: 'ann', sparks: 100 };
	const bob = { ...known, sessionID: 'bob', userID: 0, username: 'bob', sparks: 0 };
	return accepted(openParticipant(accepted(openParticipant(opened, ann, context)), bob, context));
}

/** The same, ready, with a board on the default scene, an arena, and a team that is in it. */
export function playingRoom(): Room {
	const controls = [
		{ controlID: 'jump', kind: 'button' },
		{ controlID: 'bomb', kind: 'button', cost: 60 },
		{ controlID: 'stick', kind: 'joystick' },
		{ controlID: 'off', kind: 'button', disabled: true },
		{ controlID: 'tired', kind: 'button', cooldown: 5_000 }
	];
	let room = after(seatedRoom(), host, 'createControls', { sceneID: 'default', controls });
	room = after(room, host, 'createScenes', { scenes: [{ sceneID: 'arena', controls: [] }] });
	room = after(room, host, 'createGroups', { groups: [{ groupID: 'team', sceneID: 'arena' }] });
	return after(room, host, 'ready', { isReady: true });
}

function accepted(outcome: ReturnType<typeof openHost>): Room {
	if ('type' in outcome) throw new Error(outcome.message);
	return outcome.room;
}
