import { createRequire } from 'node:module';
import type * as Mixer from '@mixer/interactive-node';
import { WebSocket as HeaderSocket } from 'ws';

const require = createRequire(import.meta.url);

/** Mixer's Node library: 3.0.1, and the last of those from before it was renamed. */
export type MixerLibrary = typeof Mixer;

/** A library with the WebSocket that it is to use. */
export interface MixerSetup {
	readonly library: MixerLibrary;
	readonly socket: unknown;
}

const load = (name: string) => require(name) as MixerLibrary;

/** By what they are called in the names of tests; in a browser the library sends a query in place of headers. */
export const mixerSetups: Readonly<Record<string, MixerSetup>> = {
	'@mixer/interactive-node 3.0.1, with headers': {
		library: load('@mixer/interactive-node'),
		socket: HeaderSocket
	},
	'@mixer/interactive-node 3.0.1, with a query': {
		library: load('@mixer/interactive-node'),
		socket: globalThis.WebSocket
	},
	'beam-interactive-node2 2.9.0, with headers': { library: load('beam-interactive-node2'), socket: HeaderSocket },
	'beam-interactive-node2 2.9.0, with a query': {
		library: load('beam-interactive-node2'),
		socket: globalThis.WebSocket
	}
};

/** Tells a library its WebSocket. */
export function choose({ library, socket }: MixerSetup): MixerLibrary {
	library.setWebSocket(socket);
	return library;
}
