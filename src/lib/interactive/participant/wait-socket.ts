import { Backoff } from '#lib/transport/backoff.ts';
import type { Environment } from '#lib/transport/environment.ts';
import type { ClientSocket } from '#lib/transport/network.ts';

const openNotice = /"type"\s*:\s*"open"/;
/** So long until a line that may be dead is opened anew. */
const longestMs = 5 * 60_000;
/** A crowd that waits does not come through the door at once. */
const crowdMs = 1_500;
const retry = { firstMs: 2_000, capMs: 60_000 };

/** Calls back once there is a game in the room, a moment later by chance; returns what stops it. */
export function waitForGame(url: string, onOpen: () => void, environment: Environment): () => void {
	const { clock, network, random } = environment;
	const backoff = new Backoff(random, retry);
	let socket: ClientSocket | undefined;
	let timer: unknown;

	function open(): void {
		drop();
		socket = network.openSocket(url);
		socket.onopen = () => {
			clock.clearTimeout(timer);
			timer = clock.setTimeout(open, longestMs * (0.8 + random() * 0.4));
		};
		socket.onmessage = ({ data }) => {
			if (typeof data === 'string' && openNotice.test(data)) enter();
		};
		socket.onclose = () => again(backoff.next());
		timer = clock.setTimeout(() => again(backoff.next()), longestMs);
	}
	function again(waitMs: number): void {
		drop();
		timer = clock.setTimeout(open, waitMs);
	}
	function enter(): void {
		drop();
		timer = clock.setTimeout(onOpen, random() * crowdMs);
	}
	function drop(): void {
		clock.clearTimeout(timer);
		if (!socket) return;
		socket.onopen = socket.onmessage = socket.onclose = null;
		socket.close();
		socket = undefined;
	}
	open();
	return drop;
}
