import type { RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import { Failure } from './failure.ts';
import type { RequestContext } from './request-context.ts';

/** One address of the API. */
export interface Route {
	readonly method: 'GET' | 'POST' | 'PUT';
	/** A path in which segments may be variable: `/api/oauth/:platform/token`. */
	readonly pattern: string;
	/** The platform that a request concerns, for the log; only ever one that is registered. */
	readonly platformOf?: (parameter: string) => RegisteredPlatformId | undefined;
	/** Whether the answer is the same for everyone, so that the edge may keep it as long as its `Cache-Control` says. */
	readonly shared?: true;
	/** How any site may call it, which is for Mixer's own addresses alone; absent: only our own pages may. */
	readonly open?: OpenRoute;
	answer(context: RequestContext): Promise<Response>;
}

/** What other sites' requests are answered with, beside what the route itself says. */
export interface OpenRoute {
	preflight(method: Route['method']): Response;
	failure(failure: Failure): Response;
}

/** A route with the variable segments of the path, joined by slashes; an empty text where the pattern has none. */
export interface RouteMatch {
	readonly route: Route;
	readonly parameter: string;
}

/** Finds the first route that fits a path. */
export function matchRoute(routes: readonly Route[], pathname: string): RouteMatch | undefined {
	const segments = pathname.split('/');
	for (const route of routes) {
		const parts = route.pattern.split('/');
		const variable = (index: number) => parts[index]?.startsWith(':');
		const matches = parts.length === segments.length && parts.every((part, i) => variable(i) || part === segments[i]);
		if (matches) return { route, parameter: segments.filter((_, i) => variable(i)).join('/') };
	}
	return undefined;
}

/** Refuses every method but the route's own, OPTIONS included: no other site has business here. */
export function assertMethod(route: Route, method: string): void {
	if (method !== route.method) throw new Failure('method_not_allowed', { Allow: route.method });
}
