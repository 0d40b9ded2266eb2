import type { Route } from '../router.ts';
import { gameApprovalRoute, gameDenialRoute, gameLookUpRoute } from './approval-routes.ts';
import { currentUserRoute } from './current-user-route.ts';
import { hostsRoute } from './hosts-route.ts';
import { joinRoute } from './join-route.ts';
import { roomTokenRoute } from './room-token-route.ts';
import { gameSignOutRoute } from './signed-out-games.ts';
import { shortCodeCheckRoute, shortCodeRoute } from './short-code-routes.ts';
import { mixerTokenRoute } from './token-route.ts';

/** Mixer's own addresses, and those by which our pages let games and viewers in. */
export const mixerRoutes: readonly Route[] = [
	hostsRoute,
	joinRoute,
	shortCodeRoute,
	shortCodeCheckRoute,
	mixerTokenRoute,
	currentUserRoute,
	roomTokenRoute,
	gameLookUpRoute,
	gameApprovalRoute,
	gameDenialRoute,
	gameSignOutRoute
];
