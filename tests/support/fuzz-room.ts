import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '#lib/interactive/json.ts';
import { parseFrame } from '#lib/interactive/packet.ts';
import { receive } from '#lib/interactive/room.ts';
import { leave, openHost, openParticipant, openWatcher } from '#lib/interactive/room/joining.ts';
import { hostMethods, participantMethods } from '#lib/interactive/room/methods.ts';
import type { RoomContext, Sender } from '#lib/interactive/room/outcome.ts';
import { deliverSamples } from '#lib/interactive/room/samples.ts';
import { tick } from '#lib/interactive/room/sparks.ts';
import { createRoom, toStoredRoom, type Room } from '#lib/interactive/room/state.ts';
import { contextAt } from './interactive-room.ts';
import { entries, outcomeProblem } from './outcome-problem.ts';
import { roomProblem } from './room-problem.ts';

const ids = ['default', 'a', 'b', 'c', '__proto__', 'constructor', 'toString', ''];
const methods = [...hostMethods.keys(), ...participantMethods.keys(), 'constructor', '__proto__', 'nothing'];
const kinds = ['button', 'joystick', 'textbox', 'label', 'screen', 'custom', 'hasOwnProperty'];
const events = ['mousedown', 'mouseup', 'keydown', 'move', 'submit', 'change', 'constructor'];
const strange: readonly Json[] = [null, -1, 1e308, '', [], {}, true, 'x', [[]], { a: null }];
const limits = { chars: 50_000, depth: 20, packets: 10 };

/** Small, so that everything is refused now and then. */
const settings = {
	mostParticipants: 6,
	mostScenes: 6,
	mostWatchers: 2,
	participantCalls: { capacity: 5, drainRate: 1 },
	participantRefusals: { capacity: 5, drainRate: 0.1 },
	banMs: 3_000
};

/** Plays so many random packets; gives the problems that were found, with the packet that made each. */
export function fuzzRoom(count: number, random: () => number): readonly string[] {
	const problems: string[] = [];
	let room: Room = createRoom();
	let now = 1_000;
	for (let round = 0; round < count; round++) {
		now += Math.floor(random() * (random() < 0.7 ? 60 : 4_000));
		const context = { ...contextAt(now, settings), createId: () => `t${round % 5}-${round}` };
		const frame = JSON.stringify(createPacket(random, room));
		try {
			room = hear(comeAndGo(room, random, context), frame, random, context);
			if (random() < 0.2) room = deliverSamples(room, context).room;
			if (random() < 0.05) room = tick(room, context).room;
			if (random() < 0.02) room = structuredClone(toStoredRoom(room));
			const problem = roomProblem(room);
			if (problem !== undefined) problems.push(`${problem}: ${frame}`);
		} catch (cause) {
			problems.push(`${String(cause)}: ${frame}`);
		}
	}
	return problems;
}

/** The room after a frame, or the piece of one; throws what is wrong with what came of it. */
function hear(room: Room, frame: string, random: () => number, context: RoomContext): Room {
	const [packet] = parseFrame(random() < 0.05 ? frame.slice(0, -3) : frame, limits);
	const sender: Sender =
		random() < 0.6 ? { role: 'host', id: 'game' } : { role: 'participant', sessionID: pick(random, ids) };
	if (!packet) return room;
	const before = random() < 0.1 ? structuredClone(toStoredRoom(room)) : undefined;
	const outcome = receive(room, packet, sender, context);
	const problem = outcomeProblem(room, outcome, sender);
	if (problem !== undefined) throw new Error(problem);
	if (before && !isDeepStrictEqual(entries(room), entries(before))) throw new Error('It changed what was.');
	return outcome.room;
}

function comeAndGo(room: Room, random: () => number, context: RoomContext): Room {
	const sessionID = pick(random, ids);
	const watching = openWatcher(room, sessionID, Math.floor(random() * 3), context);
	if (!('type' in watching) && watching.room !== room) throw new Error('A watcher changed the room.');
	if (random() < 0.002) return leave(room, { role: 'host', id: 'game' }).room;
	if (random() < 0.02) return leave(room, { role: 'participant', sessionID }).room;
	const person = {
		sessionID,
		userID: Math.floor(random() * 3),
		username: 'x',
		level: 1,
		channelGroups: [],
		sparks: 30
	};
	const opened = room.hostId === undefined ? openHost(room, 'game') : openParticipant(room, person, context);
	return 'type' in opened ? room : opened.room;
}

function createPacket(random: () => number, room: Room): JsonObject {
	const item = (): Json => (random() < 0.05 ? pick(random, strange) : createItem(random));
	const list = () => Array.from({ length: Math.floor(random() * 3) }, item);
	const lists = { scenes: list(), groups: list(), controls: list(), participants: list() };
	const params: JsonObject = {
		...(createItem(random) as JsonObject),
		...lists,
		controlIDs: [pick(random, ids)],
		reassignSceneID: pick(random, ids),
		reassignGroupID: pick(random, ids),
		transactionID: pick(random, [...room.charges.keys(), 'none']),
		isReady: random() < 0.9,
		scope: pick<Json>(random, [['everyone'], ['group:a', 'scene:b', 'overlay'], ['all'], 'everyone', [5]]),
		from: 0,
		threshold: 0,
		userIDs: [1, 'x'],
		sessionIDs: list(),
		world: item(),
		data: item()
	};
	const method = random() < 0.4 ? 'giveInput' : pick(random, methods);
	return { method, params, id: Math.floor(random() * 1_000), discard: random() < 0.2 };
}

function createItem(random: () => number): Json {
	const given: [string, Json][] = [
		['sceneID', pick(random, ids)],
		['groupID', pick(random, ids)],
		['sessionID', pick(random, ids)],
		['controlID', pick(random, ids)],
		['kind', pick(random, kinds)],
		['event', pick(random, events)],
		['cost', Math.floor(random() * 20) - 3],
		['cooldown', Math.floor(random() * 5_000)],
		['x', random() * 4 - 2],
		['y', random() * 4 - 2],
		['value', 'text'],
		['sparks', 1e9],
		['disabled', random() < 0.1],
		[pick(random, ids), pick(random, strange)]
	];
	const kept = given.filter(() => random() < 0.85);
	return Object.fromEntries(random() < 0.2 ? [...kept, [pick(random, given)[0], pick(random, strange)]] : kept);
}

function pick<T>(random: () => number, values: readonly T[]): T {
	return values[Math.floor(random() * values.length)] as T;
}
