import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port of this machine that nobody listens on just now. */
export async function findFreePort(): Promise<number> {
	const server = createServer();
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const address = server.address();
	await once(server.close(), 'close');
	if (typeof address !== 'object' || !address) throw new Error('The server does not listen on a port.');
	return address.port;
}
