import type { Route } from '../router.ts';
import { openAnswer, openToAll } from './open-route.ts';

/** Where game clients connect: twice, for those that go on to the next when a connection ends and do not look how many there are. */
export const hostsRoute: Route = {
	method: 'GET',
	pattern: '/api/v1/interactive/hosts',
	open: openToAll,
	async answer({ appOrigin }) {
		const address = `${toSocketOrigin(appOrigin)}/api/rooms/host`;
		return openAnswer([{ address }, { address }]);
	}
};

/** The same origin for WebSockets. */
export function toSocketOrigin(origin: string): string {
	return origin.replace(/^http/, 'ws');
}
