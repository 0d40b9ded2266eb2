import { broadcastEvent } from './broadcast.ts';
import { createControls, deleteControls, updateControls } from './controls.ts';
import { createGroups, deleteGroup, getGroups, updateGroups } from './groups.ts';
import { giveInput } from './input.ts';
import type { HostMethod, ParticipantMethod } from './outcome.ts';
import {
	getActiveParticipants,
	getAllParticipants,
	getParticipantsByMixerId,
	getParticipantsBySessionId,
	updateParticipants
} from './participants.ts';
import { createScenes, deleteScene, formatScenes, getScenes, updateScenes } from './scenes.ts';
import {
	getMemoryStats,
	getThrottleState,
	getTime,
	ready,
	setBandwidthThrottle,
	setCompression,
	updateWorld
} from './session.ts';
import { capture } from './sparks.ts';

/** What a host may call, by the name on the wire; a map, so that no name of an object's own is a method. */
export const hostMethods: ReadonlyMap<string, HostMethod> = new Map(
	Object.entries<HostMethod>({
		ready,
		getTime,
		setCompression,
		getMemoryStats,
		setBandwidthThrottle,
		getThrottleState,
		updateWorld,
		getScenes,
		createScenes,
		updateScenes,
		deleteScene,
		createControls,
		updateControls,
		deleteControls,
		getGroups,
		createGroups,
		updateGroups,
		deleteGroup,
		getAllParticipants,
		getActiveParticipants,
		getParticipantsByMixerID: getParticipantsByMixerId,
		getParticipantsBySessionID: getParticipantsBySessionId,
		updateParticipants,
		broadcastEvent,
		capture
	})
);

/** What a participant may call. */
export const participantMethods: ReadonlyMap<string, ParticipantMethod> = new Map(
	Object.entries<ParticipantMethod>({
		giveInput,
		getTime,
		// The state of thousands of streams could not be kept, and a room that holds one cannot sleep.
		setCompression: ({ room }) => ({ room, result: { scheme: 'text' }, events: [] }),
		getScenes: ({ room }) => ({ room, result: { scenes: formatScenes(room) }, events: [] }),
		getGroups: ({ room }) => ({ room, result: { groups: [...room.groups.values()] }, events: [] })
	})
);
