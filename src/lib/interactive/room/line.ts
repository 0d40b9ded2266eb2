import { formatPacket, type MethodPacket, type ReplyPacket } from '#lib/interactive/packet.ts';

const mostHeld = 1_000;
const pythonAgent = /^Python\/.* websockets\//;
const sceneEchoes = new Set(['onSceneCreate', 'onSceneUpdate', 'onSceneDelete']);

/** What a socket has to remember to be spoken to; small enough for what outlives a room's sleep. */
export interface Line {
	/** The number of the last packet that was sent. */
	readonly seq: number;
	/** Whether the client has called yet, or need not. */
	readonly called: boolean;
	readonly held: readonly MethodPacket[];
	/** The Python client, which stops at any word of a scene's. */
	readonly python: boolean;
}

/** A line to a new socket: a game client hears nothing but `hello` before its first call. */
export function openLine(role: 'host' | 'participant', userAgent: string): Line {
	return { seq: 0, called: role === 'participant', held: [], python: pythonAgent.test(userAgent) };
}

/** What is sent over a line, and the line after it. */
export interface Spoken {
	readonly line: Line;
	readonly frames: readonly string[];
}

/** The frames for these packets, numbered, and the line after them; events may be held, replies never are. */
export function speak(line: Line, packets: readonly (MethodPacket | ReplyPacket)[]): Spoken {
	let { held, seq } = line;
	const frames: string[] = [];
	for (const packet of packets) {
		if (packet.type === 'method' && line.python && sceneEchoes.has(packet.method)) continue;
		if (packet.type === 'method' && !line.called && packet.method !== 'hello')
			held = [...held, packet].slice(-mostHeld);
		else frames.push(formatPacket(packet, ++seq));
	}
	return { line: { ...line, seq, held }, frames };
}

/** What a client's first call sets free, and the line after it. */
export function hear(line: Line): Spoken {
	if (line.called) return { line, frames: [] };
	return speak({ ...line, called: true, held: [] }, line.held);
}
