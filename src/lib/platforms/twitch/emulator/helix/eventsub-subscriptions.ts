import type { Accounts } from '../accounts.ts';
import { helixError, jsonAnswer } from '../answers.ts';
import { isModerator } from '../emulated-user.ts';
import type { EmulatedSubscription } from '../eventsub/emulated-subscription.ts';
import { describeSubscription } from '../eventsub/envelopes.ts';
import type { EventSubServer } from '../eventsub/event-sub-server.ts';
import { raidKeys, subscriptionRules, type SubscriptionRule } from '../eventsub/subscription-rules.ts';
import type { AccessToken, Grants } from '../oauth/grants.ts';
import { missingParameter, readBody, toObject } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const mostSockets = 3;
const mostAlike = 3;
const mostOnSocket = 300;
const mostCost = 10;
const pageSize = 100;

/** What subscriptions are checked against. */
export interface SubscriptionParts {
	readonly accounts: Accounts;
	readonly grants: Grants;
	readonly eventSub: EventSubServer;
}

interface UserToken extends AccessToken {
	readonly userId: string;
}

/** Subscriptions of EventSub over WebSocket. @see https://dev.twitch.tv/docs/api/reference/#create-eventsub-subscription */
export function eventSubEndpoints(parts: SubscriptionParts): readonly HelixEndpoint[] {
	const path = '/eventsub/subscriptions';
	return [
		{ method: 'POST', path, answer: (call) => answerCreate(call, parts) },
		{ method: 'GET', path, answer: (call) => answerList(call, parts) },
		{ method: 'DELETE', path, answer: (call) => answerDelete(call, parts) }
	];
}

async function answerCreate({ request, token }: HelixCall, parts: SubscriptionParts): Promise<Response> {
	if (!isUserToken(token)) return helixError(400, 'invalid transport and auth combination');
	const draft = readDraft(await readBody(request));
	if (draft instanceof Response) return draft;
	const refusal = refuseCondition(draft, token, parts) ?? refuseTransport(draft, token, parts.eventSub);
	if (refusal) return refusal;
	const cost = costOf(draft, token, parts.grants);
	const used = totalCost(parts.eventSub.listSubscriptions(token.clientId, token.userId));
	if (used + cost > mostCost) return helixError(429, 'cost exceeded');
	const { type, version, condition, sessionId } = draft;
	const { clientId, userId } = token;
	const added = parts.eventSub.add({ type, version, condition, sessionId, cost, clientId, userId });
	return jsonAnswer({ data: [describeSubscription(added)], ...totals(parts.eventSub, token) }, { status: 202 });
}

function answerList({ query, token }: HelixCall, { eventSub }: SubscriptionParts): Response {
	if (!isUserToken(token)) return jsonAnswer({ data: [], total: 0, total_cost: 0, max_total_cost: 10_000 });
	const [status, type, id] = ['status', 'type', 'subscription_id'].map((key) => query.get(key));
	const found = eventSub
		.listSubscriptions(token.clientId, token.userId)
		.filter((one) => (!status || one.status === status) && (!type || one.type === type) && (!id || one.id === id));
	const from = Number(query.get('after') ?? '0');
	const next = from + pageSize;
	return jsonAnswer({
		data: found.slice(from, next).map(describeSubscription),
		...totals(eventSub, token),
		pagination: next < found.length ? { cursor: String(next) } : {}
	});
}

function answerDelete({ query, token }: HelixCall, { eventSub }: SubscriptionParts): Response {
	const id = query.get('id');
	if (!id) return missingParameter('id');
	const found = eventSub.listSubscriptions(token.clientId, token.userId ?? '').find((one) => one.id === id);
	if (!found) return helixError(404, 'subscription not found');
	eventSub.remove(found);
	return new Response(null, { status: 204 });
}

interface Draft {
	readonly type: string;
	readonly version: string;
	readonly condition: Readonly<Record<string, string>>;
	readonly sessionId: string;
	readonly rule: SubscriptionRule;
}

function readDraft(body: Readonly<Record<string, unknown>>): Draft | Response {
	const { type, version } = body;
	if (typeof type !== 'string' || typeof version !== 'string')
		return helixError(400, 'type and version must be specified');
	const condition = Object.fromEntries(
		Object.entries(toObject(body['condition'])).filter((entry): entry is [string, string] => Boolean(entry[1]))
	);
	const rule = findRule(type, version, condition);
	if (!rule) return helixError(400, 'invalid subscription type and version');
	const keys = Object.keys(condition).filter((key) => key !== 'reward_id');
	if ([...keys].sort().join() !== [...rule.keys].sort().join()) return helixError(400, 'invalid condition');
	const { method, session_id: sessionId } = toObject(body['transport']);
	if (method !== 'websocket' || typeof sessionId !== 'string') return helixError(400, 'unsupported transport');
	return { type, version, condition, sessionId, rule };
}

function findRule(
	type: string,
	version: string,
	condition: Readonly<Record<string, string>>
): SubscriptionRule | undefined {
	if (type !== 'channel.raid' || version !== '1') return subscriptionRules.get(`${type} ${version}`);
	return { keys: raidKeys.filter((key) => condition[key]).slice(0, 1), scopes: [] };
}

function refuseCondition(
	{ condition, rule }: Draft,
	token: UserToken,
	{ accounts }: SubscriptionParts
): Response | undefined {
	const unauthorized = helixError(403, 'subscription missing proper authorization');
	if (rule.keys.length === 0) return helixError(400, 'invalid condition');
	if (!rule.scopes.every((list) => list.some((scope) => token.scopes.includes(scope)))) return unauthorized;
	if (!Object.values(condition).every((id) => accounts.byId(id) || id === condition['reward_id']))
		return helixError(400, 'invalid condition: the user was not found');
	return isEntitled({ condition, rule }, token, accounts) ? undefined : unauthorized;
}

/** Whether the account may hear what happens in that channel. */
function isEntitled(
	{ condition, rule }: Pick<Draft, 'condition' | 'rule'>,
	token: UserToken,
	accounts: Accounts
): boolean {
	const { moderator_user_id: moderatorId, user_id: chatterId, broadcaster_user_id: ownerId = '' } = condition;
	if ((moderatorId ?? chatterId ?? token.userId) !== token.userId) return false;
	if (rule.scopes.length === 0 || ownerId === token.userId || chatterId !== undefined) return true;
	const [user, owner] = [accounts.byId(token.userId), accounts.byId(ownerId)];
	return moderatorId !== undefined && user !== undefined && owner !== undefined && isModerator(user, owner.login);
}

function refuseTransport(draft: Draft, token: UserToken, eventSub: EventSubServer): Response | undefined {
	if (!eventSub.findSession(draft.sessionId))
		return helixError(400, 'websocket transport session does not exist or has already disconnected');
	const owner = eventSub.ownerOf(draft.sessionId);
	if (owner !== undefined && owner !== token.userId)
		return helixError(400, 'websocket transport cannot have subscriptions created by different users');
	const enabled = eventSub.listSubscriptions(token.clientId, token.userId).filter(({ status }) => status === 'enabled');
	const alike = enabled.filter((one) => isAlike(one, draft));
	const onSocket = enabled.filter(({ sessionId }) => sessionId === draft.sessionId);
	if (alike.some((one) => onSocket.includes(one))) return helixError(409, 'subscription already exists');
	if (alike.length >= mostAlike) return helixError(429, 'maximum subscriptions with type and condition exceeded');
	const sockets = new Set(enabled.map(({ sessionId }) => sessionId));
	if (onSocket.length === 0 && sockets.size >= mostSockets)
		return helixError(429, 'number of websocket transports limit exceeded');
	return onSocket.length >= mostOnSocket ? helixError(429, 'too many subscriptions on one transport') : undefined;
}

function isAlike(one: EmulatedSubscription, { type, condition }: Draft): boolean {
	const keys = new Set([...Object.keys(one.condition), ...Object.keys(condition)]);
	return one.type === type && [...keys].every((key) => one.condition[key] === condition[key]);
}

/** Nothing where somebody whom it is about has allowed something to our client. */
function costOf({ condition, rule }: Draft, { clientId }: UserToken, grants: Grants): 0 | 1 {
	if (rule.scopes.length > 0) return 0;
	const consenting = grants.consentedUserIds(clientId, []);
	return Object.values(condition).some((id) => consenting.includes(id)) ? 0 : 1;
}

function totals(eventSub: EventSubServer, { clientId, userId }: UserToken) {
	const all = eventSub.listSubscriptions(clientId, userId);
	return { total: all.length, total_cost: totalCost(all), max_total_cost: mostCost };
}

function totalCost(subscriptions: readonly EmulatedSubscription[]): number {
	return subscriptions.reduce((sum, { cost, status }) => sum + (status === 'enabled' ? cost : 0), 0);
}

function isUserToken(token: AccessToken): token is UserToken {
	return token.userId !== undefined;
}
