import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { omitKeys, type JsonObject } from '#lib/interactive/json.ts';
import { mergePatch } from '#lib/interactive/merge-patch.ts';
import { toEverybody, toHost, toParticipant, type HostMethod } from './outcome.ts';
import { checkCount, checkSize, eachObject, readId, withEntry, withoutEntry } from './params.ts';
import { findScene } from './scenes.ts';
import { defaultId, withParticipant, type Group, type Room } from './state.ts';

/** The group of that id. Throws `CallError` where there is none. */
export function findGroup(room: Room, groupID: string, path = 'groupID'): Group {
	const group = room.groups.get(groupID);
	if (group === undefined) throw new CallError(errorCodes.unknownGroup, 'There is no such group.', path);
	return group;
}

/** Tells every group. */
export const getGroups: HostMethod = ({ room }) => ({
	room,
	result: { groups: [...room.groups.values()] },
	events: []
});

/** Makes groups, on the default scene where none is named; 4009, 4010, 4017. */
export const createGroups: HostMethod = ({ room, params, context: { settings } }) => {
	let next = room;
	const groups = eachObject(params, 'groups', (item) => {
		const groupID = readId(item, 'groupID');
		if (next.groups.has(groupID)) throw new CallError(errorCodes.groupExists, 'There is such a group.', 'groupID');
		const group = checkSize(mergeGroup(next, { groupID, sceneID: defaultId }, item), settings.resourceChars);
		next = { ...next, groups: withEntry(next.groups, groupID, group) };
		return group;
	});
	checkCount(next.groups.size, settings.mostGroups);
	return { room: next, result: { groups }, events: [toEverybody('onGroupCreate', { groups })] };
};

/** Merges patches into groups; 4008, 4010. */
export const updateGroups: HostMethod = ({ room, params, context: { settings } }) => {
	let next = room;
	const groups = eachObject(params, 'groups', (item) => {
		const old = findGroup(next, readId(item, 'groupID'));
		const group = checkSize(mergeGroup(next, old, item), settings.resourceChars);
		next = { ...next, groups: withEntry(next.groups, group.groupID, group) };
		return group;
	});
	return { room: next, result: { groups }, events: [toEverybody('onGroupUpdate', { groups })] };
};

/** Deletes a group and hands its members on; 4008, 4018. */
export const deleteGroup: HostMethod = ({ room, params }) => {
	const groupID = readId(params, 'groupID');
	if (groupID === defaultId)
		throw new CallError(errorCodes.defaultResource, 'The default group cannot be deleted.', 'groupID');
	findGroup(room, groupID);
	const reassignGroupID = readId(params, 'reassignGroupID');
	const groups = withoutEntry(room.groups, groupID);
	findGroup({ ...room, groups }, reassignGroupID, 'reassignGroupID');
	const moved = [...room.participants.values()]
		.filter(({ card }) => card.groupID === groupID)
		.map((participant) => ({ ...participant, card: { ...participant.card, groupID: reassignGroupID } }));
	const cards = moved.map(({ card }) => card);
	const events = [
		...(cards.length === 0 ? [] : [toHost('onParticipantUpdate', { participants: cards })]),
		...cards.map((card) => toParticipant(card.sessionID, 'onParticipantUpdate', { participants: [card] })),
		toEverybody('onGroupDelete', { groupID, reassignGroupID })
	];
	return { room: moved.reduce(withParticipant, { ...room, groups }), result: null, events };
};

function mergeGroup(room: Room, old: Group, item: JsonObject): Group {
	const merged = mergePatch(old, omitKeys(item, 'priority'));
	const sceneID = typeof merged['sceneID'] === 'string' ? merged['sceneID'] : old.sceneID;
	findScene(room, sceneID);
	return { ...merged, groupID: old.groupID, sceneID };
}
