import { createServer } from 'node:net';
import { LaunchError } from './launch.ts';

/** Reads a port from the environment. */
export function readPort(name: string, fallback: number): number {
	const port = Number(process.env[name] ?? fallback);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new LaunchError(`${name} is no port number. Choose one from 1 to 65535: ${name}=${fallback} npm start`);
}

/** Throws a plain message where another program has the port. */
export async function assertFree(name: string, port: number): Promise<void> {
	if (await isFree(port)) return;
	const other = port + 10;
	throw new LaunchError(`Port ${port} is taken by another program. Choose another: ${name}=${other} npm start`);
}

function isFree(port: number): Promise<boolean> {
	const server = createServer();
	return new Promise((resolve) => {
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}
