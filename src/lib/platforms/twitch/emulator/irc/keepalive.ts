import type { Clock } from '#lib/transport/clock.ts';
import type { IrcConnection } from './irc-connection.ts';
import { serverName } from './outgoing-line.ts';

const pingIntervalMs = 5 * 60_000;
const pongTimeoutMs = 10_000;

/** A connection's PING and the wait for its PONG. */
export interface Keepalive {
	confirm(): void;
	stop(): void;
}

/** Pings a connection every five minutes and hangs up when no PONG comes. @see https://dev.twitch.tv/docs/chat/irc/#keepalive-messages */
export function startKeepalive(connection: IrcConnection, clock: Clock, hangUp: () => void): Keepalive {
	let timer = clock.setTimeout(ping, pingIntervalMs);
	let asked = false;

	function ping(): void {
		asked = true;
		connection.sendRaw([`PING :${serverName}`]);
		timer = clock.setTimeout(hangUp, pongTimeoutMs);
	}

	return {
		confirm() {
			if (!asked) return;
			asked = false;
			clock.clearTimeout(timer);
			timer = clock.setTimeout(ping, pingIntervalMs);
		},
		stop: () => clock.clearTimeout(timer)
	};
}
