import { systemEdgeCache, type EdgeCache } from './edge-cache.ts';
import type { Env } from './env.ts';
import { Failure, type FailureClass } from './failure.ts';
import { assertSameSite } from './gate.ts';
import { failureAnswer, jsonAnswer } from './http.ts';
import { kickRoute } from './interactive/kick-route.ts';
import { getFileRoute, putFileRoute } from './interactive/file-routes.ts';
import { hostSocketRoute, participantSocketRoute, waitSocketRoute } from './interactive/socket-routes.ts';
import { mixerRoutes } from './mixer-api/mixer-routes.ts';
import { AppAccessToken } from './oauth/app-access-token.ts';
import { requestAppGrant } from './oauth/grants.ts';
import { refreshRoute, revokeRoute, tokenRoute } from './oauth/routes.ts';
import { twitchOAuth } from './oauth/twitch.ts';
import { readPublicConfig } from './public-config.ts';
import { systemRandomBytes, type RandomBytes } from './random-text.ts';
import type { RequestContext } from './request-context.ts';
import { assertMethod, matchRoute, type Route, type RouteMatch } from './router.ts';
import { thetaInstallationRoute } from './theta-installation.ts';
import { thetaMessageRoute } from './theta-message.ts';
import { thetaUserRoute } from './theta-user.ts';
import { twitchBadgesRoute } from './twitch/badges.ts';
import { twitchCheermotesRoute } from './twitch/cheermotes.ts';
import { twitchUserRoute } from './twitch/user.ts';
import { Upstream, type SendUpstream } from './upstream.ts';

const configRoute: Route = {
	method: 'GET',
	pattern: '/api/config',
	answer: async ({ config }) => jsonAnswer(config, { 'Cache-Control': 'public, max-age=60' })
};

const routes: readonly Route[] = [
	configRoute,
	tokenRoute,
	refreshRoute,
	revokeRoute,
	thetaUserRoute,
	thetaMessageRoute,
	thetaInstallationRoute,
	twitchUserRoute,
	twitchBadgesRoute,
	twitchCheermotesRoute,
	hostSocketRoute,
	participantSocketRoute,
	waitSocketRoute,
	putFileRoute,
	getFileRoute,
	kickRoute,
	...mixerRoutes
];

/** Everything outside the Worker, so that a test can play it. */
export interface WorkerPorts {
	readonly send: SendUpstream;
	/** Epoch ms. */
	readonly now: () => number;
	/** How long a platform may take to answer. */
	readonly timeoutMs: number;
	readonly log: (line: string) => void;
	readonly cache: EdgeCache;
	readonly randomBytes: RandomBytes;
}

const systemPorts: WorkerPorts = {
	send: (url, init) => fetch(url, init),
	now: () => Date.now(),
	timeoutMs: 8_000,
	// eslint-disable-next-line no-console
	log: (line) => console.log(line),
	cache: systemEdgeCache,
	randomBytes: systemRandomBytes
};

/** Builds the Worker, which answers `/api/` alone: pages are static and never come through here. */
export function createWorker(overrides: Partial<WorkerPorts> = {}) {
	const ports = { ...systemPorts, ...overrides };
	let appAccessToken: AppAccessToken | undefined;
	return {
		fetch(request: Request, env: Env): Promise<Response> {
			appAccessToken ??= createAppAccessToken(env, ports);
			return answerRequest(request, env, ports, appAccessToken);
		}
	};
}

async function answerRequest(
	request: Request,
	env: Env,
	ports: WorkerPorts,
	appAccessToken: AppAccessToken
): Promise<Response> {
	const receivedAt = ports.now();
	const { origin, pathname } = new URL(request.url);
	const upstream = new Upstream(ports.send, ports.timeoutMs);
	const match = matchRoute(routes, pathname);
	let outcome: Outcome = 'ok';
	try {
		if (!match) throw new Failure('not_found');
		if (match.route.open && request.method === 'OPTIONS') return match.route.open.preflight(match.route.method);
		assertMethod(match.route, request.method);
		const appOrigin = env.APP_ORIGIN || origin;
		const config = readPublicConfig(env, appOrigin);
		const { parameter } = match;
		const place = { request, env, config, appOrigin, pathname, parameter };
		const { cache, randomBytes } = ports;
		return await answerRoute(match.route, { ...place, upstream, appAccessToken, cache, randomBytes, receivedAt });
	} catch (error) {
		const failure = error instanceof Failure ? error : new Failure('unexpected');
		outcome = failure.failureClass;
		return match?.route.open?.failure(failure) ?? failureAnswer(failure);
	} finally {
		ports.log(formatLogLine({ match, receivedAt, outcome, upstream, ms: ports.now() - receivedAt }));
	}
}

/** What is kept goes to our own pages alone, like every answer; the query is no part of its name. */
async function answerRoute(route: Route, context: RequestContext): Promise<Response> {
	const { cache } = context;
	if (!route.shared) return route.answer(context);
	assertSameSite(context.request);
	const url = `${context.appOrigin}${context.pathname}`;
	const kept = await cache.match(url);
	if (kept) return kept;
	const answer = await route.answer(context);
	await cache.put(url, answer.clone());
	return answer;
}

function createAppAccessToken(env: Env, { send, timeoutMs, now }: WorkerPorts): AppAccessToken {
	const requestGrant = () =>
		requestAppGrant(twitchOAuth(env, readPublicConfig(env, env.APP_ORIGIN || '')), new Upstream(send, timeoutMs));
	return new AppAccessToken(async () => requestGrant(), now);
}

type Outcome = 'ok' | FailureClass;

interface HandledRequest {
	readonly match: RouteMatch | undefined;
	readonly receivedAt: number;
	readonly outcome: Outcome;
	readonly upstream: Upstream;
	readonly ms: number;
}

/** Names the route by its pattern, never by the URL, which holds what a client chose to put there. */
function formatLogLine({ match, receivedAt, outcome, upstream, ms }: HandledRequest): string {
	const platform = match?.route.platformOf?.(match.parameter);
	const route = match?.route.pattern ?? 'none';
	return JSON.stringify({ ts: receivedAt, route, platform, outcome, upstreamStatus: upstream.status, ms });
}
