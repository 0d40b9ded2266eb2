import { ProtocolError } from '#lib/model/errors.ts';
import * as v from 'valibot';
import { requestHelix, type Helix } from './request.ts';

const mostPages = 5;

const subscription = v.object({
	id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
	status: v.string(),
	transport: v.object({ method: v.string(), session_id: v.optional(v.string()) })
});
const listAnswer = v.object({
	data: v.array(subscription),
	pagination: v.optional(v.object({ cursor: v.optional(v.string()) }), {})
});

/** What is asked of EventSub over a WebSocket. */
export interface SubscriptionRequest {
	readonly type: string;
	readonly version: string;
	readonly condition: Readonly<Record<string, string>>;
	readonly sessionId: string;
}

/** A subscription that Twitch keeps for the account. */
export interface KeptSubscription {
	readonly id: string;
	readonly enabled: boolean;
	readonly sessionId: string | undefined;
}

/** Subscribes to a type of event; which scope it takes is known to the caller. @see https://dev.twitch.tv/docs/api/reference/#create-eventsub-subscription */
export async function createSubscription(helix: Helix, request: SubscriptionRequest): Promise<void> {
	const { sessionId, ...rest } = request;
	const body = { ...rest, transport: { method: 'websocket', session_id: sessionId } };
	await requestHelix(helix, { method: 'POST', path: '/eventsub/subscriptions', body });
}

/** The account's subscriptions, at most 500. @see https://dev.twitch.tv/docs/api/reference/#get-eventsub-subscriptions */
export async function requestSubscriptions(helix: Helix): Promise<readonly KeptSubscription[]> {
	const kept: KeptSubscription[] = [];
	let after: string | undefined;
	for (let page = 0; page < mostPages; page++) {
		const query = { ...(after !== undefined && { after }) };
		const body = await requestHelix(helix, { method: 'GET', path: '/eventsub/subscriptions', query });
		const answer = v.safeParse(listAnswer, body);
		if (!answer.success) throw new ProtocolError('malformed_answer', 'Twitch did not list the subscriptions.');
		for (const { id, status, transport } of answer.output.data)
			kept.push({ id, enabled: status === 'enabled', sessionId: transport.session_id });
		after = answer.output.pagination.cursor || undefined;
		if (after === undefined) break;
	}
	return kept;
}

/** @see https://dev.twitch.tv/docs/api/reference/#delete-eventsub-subscription */
export async function deleteSubscription(helix: Helix, id: string): Promise<void> {
	await requestHelix(helix, { method: 'DELETE', path: '/eventsub/subscriptions', query: { id } });
}
