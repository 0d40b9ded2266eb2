/**
 * An object that hands a participant's frame to the game and the game's to everybody, unread, with sockets that let it sleep as ours
 * do: the least that a room costs in this runtime. A script, since it runs in workerd as it is.
 */
export const relayObject = `
import { DurableObject } from 'cloudflare:workers';

export class Relay extends DurableObject {
	// It may have slept.
	participants = new Set(this.ctx.getWebSockets('participant'));
	game = this.ctx.getWebSockets('game')[0];

	fetch(request) {
		const { 0: client, 1: server } = new WebSocketPair();
		const role = new URL(request.url).pathname === '/host' ? 'game' : 'participant';
		this.ctx.acceptWebSocket(server, [role]);
		if (role === 'game') this.game = server;
		else {
			this.participants.add(server);
			server.send('{"method":"onReady"}');
		}
		return new Response(null, { status: 101, webSocket: client });
	}

	webSocketMessage(socket, text) {
		if (socket !== this.game) return this.game.send(text);
		if (!text.includes('"discard":false')) for (const participant of this.participants) participant.send(text);
		else socket.send(JSON.stringify({ id: JSON.parse(text).id, type: 'reply', result: null, error: null }));
	}
}

export default {
	fetch(request, env) {
		if (request.headers.get('Upgrade') !== 'websocket') return new Response('Here.');
		return env.RELAY.getByName('room').fetch(request);
	}
};
`;
