import { parseFrame } from '#lib/interactive/packet.ts';
import { receive } from '#lib/interactive/room.ts';
import { openHost, openParticipant } from '#lib/interactive/room/joining.ts';
import { hear, openLine, speak, type Line } from '#lib/interactive/room/line.ts';
import type { Outcome } from '#lib/interactive/room/outcome.ts';
import { createRoom, type Room } from '#lib/interactive/room/state.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import type { HostSocket } from '#lib/emulator/socket-pair.ts';
import { contextAt, host, viewer } from './interactive-room.ts';
import { createFakeEnvironment, type FakeEnvironment, type FakeEnvironmentOptions } from './fake-environment.ts';

const limits = { chars: 1_000_000, depth: 32, packets: 100 };

/** The pure room behind every socket that is opened: a game client's host, in memory. */
export interface InteractiveHost extends FakeEnvironment {
	readonly address: string;
	room(): Room;
	/** Seats a viewer. */
	join(sessionID: string): void;
	/** A viewer's call; it has to go well. */
	give(sessionID: string, input: JsonObject): void;
	/** Lets what is on its way arrive, and gives what the code under test made of it. */
	settle<Value>(value?: Promise<Value>): Promise<Value>;
}

/** Creates a host in which time stands still but for what the test lets pass. */
export function createInteractiveHost(options: Pick<FakeEnvironmentOptions, 'fetch'> = {}): InteractiveHost {
	let room = createRoom();
	let line: Line = openLine('host', '');
	let socket: HostSocket | undefined;
	let inputs = 0;
	const fake = createFakeEnvironment({ ...options, acceptSocket: accept });

	function perform(outcome: Outcome): void {
		room = outcome.room;
		const told = outcome.events.filter(({ to }) => to.type === 'everybody' || to.type === 'host');
		const spoken = speak(line, [...told.map(({ packet }) => packet), ...outcome.replies]);
		line = spoken.line;
		for (const frame of spoken.frames) socket?.send(frame);
	}
	function accept(server: HostSocket): boolean {
		socket = server;
		line = openLine('host', '');
		server.onmessage = (text) => {
			const heard = hear(line);
			line = heard.line;
			for (const frame of heard.frames) server.send(frame);
			for (const packet of parseFrame(text, limits)) perform(receive(room, packet, host, context()));
		};
		perform(successful(openHost(createRoom(), 'game')));
		return true;
	}
	function context() {
		return contextAt(fake.clock.now);
	}
	return {
		...fake,
		address: 'wss://host.example/gameClient',
		room: () => room,
		join(sessionID) {
			const known = { level: 1, channelGroups: ['User'], userID: 7, username: sessionID, sparks: 100 };
			perform(successful(openParticipant(room, { ...known, sessionID }, context())));
		},
		give(sessionID, params) {
			const packet = { type: 'method', method: 'giveInput', params, id: inputs++, seq: 0, discard: false } as const;
			const outcome = receive(room, packet, viewer(sessionID), context());
			const error = outcome.replies[0]?.error;
			if (error) throw new Error(`${error.code} ${error.message}`);
			perform({ ...outcome, replies: [] });
		},
		async settle(value) {
			// A rejection is looked at below, after time has passed.
			value?.catch(() => undefined);
			await fake.clock.tickAsync(0);
			return (await value) as never;
		}
	};
}

function successful(outcome: ReturnType<typeof openHost>): Outcome {
	if ('type' in outcome) throw new Error(outcome.message);
	return outcome;
}
