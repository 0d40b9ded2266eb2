import { readEndpoint } from '../endpoint.ts';
import { Failure } from '../failure.ts';
import type { RequestContext } from '../request-context.ts';
import type { UpstreamAnswer } from '../upstream.ts';

/** All global badges with their descriptions are some 400 kB. */
const maxBytes = 2 * 1024 * 1024;

/** A user ID as Twitch makes them. */
export function isTwitchId(value: unknown): value is string {
	return typeof value === 'string' && /^\d{1,20}$/.test(value);
}

/** Reads a list from Helix as the app itself; a refused token is replaced once. @see https://dev.twitch.tv/docs/api/reference/ */
export async function requestHelixList(
	path: string,
	query: Readonly<Record<string, string>>,
	context: RequestContext
): Promise<readonly unknown[]> {
	const { appAccessToken } = context;
	const accessToken = await appAccessToken.get();
	let answer = await requestHelix(path, query, accessToken, context);
	if (answer.status === 401) {
		appAccessToken.reject(accessToken);
		answer = await requestHelix(path, query, await appAccessToken.get(), context);
	}
	if (answer.status === 401 || answer.status === 403) throw new Failure('client_rejected');
	if (answer.status === 404 || answer.status === 400) throw new Failure('user_not_found');
	const list = answer.body?.['data'];
	if (answer.status !== 200 || !Array.isArray(list)) throw new Failure('upstream_malformed');
	return list;
}

function requestHelix(
	path: string,
	query: Readonly<Record<string, string>>,
	accessToken: string,
	{ config, upstream }: RequestContext
): Promise<UpstreamAnswer> {
	const headers = { authorization: `Bearer ${accessToken}`, 'client-id': config.twitch.clientId ?? '' };
	const url = `${readEndpoint(config.twitch.apiUrl).url}/${path}?${new URLSearchParams({ ...query })}`;
	return upstream.requestJson(url, { headers }, { maxBytes });
}
