import type { Room } from '#lib/interactive/room/state.ts';

/** What is wrong with a room; `undefined` for one that keeps all that it promises. */
export function roomProblem(room: Room): string | undefined {
	if (!room.scenes.has('default') || !room.groups.has('default')) return 'a default is gone';
	for (const group of room.groups.values()) if (!room.scenes.has(group.sceneID)) return 'a group without a scene';
	const connectedAt = new Set<number>();
	for (const { card, sparks } of room.participants.values()) {
		if (!room.groups.has(card.groupID)) return 'a participant without a group';
		if (!(sparks >= 0)) return 'a negative balance';
		if (connectedAt.has(card.connectedAt)) return 'two participants of one time';
		connectedAt.add(card.connectedAt);
	}
	const owners = [...room.charges.values(), ...room.samples.values()].map(({ sessionID }) => sessionID);
	if (!owners.every((sessionID) => room.participants.has(sessionID))) return 'a charge or a move of nobody\u2019s';
	return room.banned.size > 1_000 ? 'too many bans' : undefined;
}
