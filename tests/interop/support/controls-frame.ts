import { createRequire } from 'node:module';
import type * as Bridge from '@mixer/cdk-std/dist/participant.js';
import type * as Rpc from '@mixer/cdk-std/dist/rpc.js';
import type { ReceivedPacket } from './received-packet.ts';

type Listener = (event: { readonly data: unknown }) => void;

/** A frame with custom controls in it, as the bridge of mixer.com's player saw one; both ends are the library's own. */
export interface ControlsFrame {
	readonly participant: Bridge.Participant;
	/** What the controls were given. */
	readonly received: ReceivedPacket[];
	/** The frame has loaded, and the controls say so. */
	load(): void;
	/** The controls send something to the room. */
	send(method: string, params: object): void;
}

/** Puts a bridge and a frame together; messages cross at once, in the order that they are posted. */
export function createControlsFrame(): ControlsFrame {
	const require = createRequire(import.meta.url);
	// The library looks for a page's window when it is called.
	const page = { addEventListener() {}, removeEventListener() {} };
	Object.assign(globalThis, { window: page });
	const { Participant } = require('@mixer/cdk-std/dist/participant.js') as typeof Bridge;
	const { RPC } = require('@mixer/cdk-std/dist/rpc.js') as typeof Rpc;
	const listeners: { page?: Listener; frame?: Listener } = {};
	const received: ReceivedPacket[] = [];
	let onLoad = () => {};
	let controls: Rpc.RPC | undefined;
	const frame = {
		src: '',
		contentWindow: { postMessage: (data: unknown) => listeners.frame?.({ data }) },
		setOnMessage: (listener: Listener) => void (listeners.page = listener),
		removeOnMessage: () => delete listeners.page,
		addEventListener: (_: string, listener: () => void) => void (onLoad = listener),
		removeEventListener() {}
	};
	return {
		participant: new Participant(frame as never, {} as never),
		received,
		load() {
			onLoad();
			const target = { postMessage: (data: unknown) => listeners.page?.({ data }) };
			const setOnMessage = (listener: Listener) => void (listeners.frame = listener);
			controls = new RPC(target as never, '1.0', '*', false, setOnMessage as never, () => undefined);
			controls.expose('recieveInteractivePacket', (packet: ReceivedPacket) => void received.push(packet));
			controls.expose('updateSettings', () => undefined);
			controls.expose('resendReady', () => undefined);
			void controls.call('controlsReady', {}, false);
		},
		send(method, params) {
			void controls?.call('sendInteractivePacket', { method, params }, false);
		}
	};
}
