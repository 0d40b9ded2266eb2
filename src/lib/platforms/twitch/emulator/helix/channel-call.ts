import { helixError } from '../answers.ts';
import type { Accounts } from '../accounts.ts';
import { isModerator, type EmulatedUser } from '../emulated-user.ts';
import type { Chat } from '../irc/chat.ts';
import type { Room } from '../irc/room.ts';
import type { Notifications } from '../notifications.ts';
import type { Streams } from '../streams.ts';
import type { HelixCall } from './endpoint.ts';

/** What endpoints about a channel work on. */
export interface ChannelParts {
	readonly accounts: Accounts;
	readonly chat: Chat;
	readonly streams: Streams;
	/** Every change of a channel is told here, as EventSub tells it. */
	readonly notifications: Notifications;
}

/** A call by an account in a channel, after its scope and its ids were checked. */
export interface ChannelCall extends HelixCall {
	readonly actor: EmulatedUser;
	readonly room: Room;
}

/** How a call names its channel and who acts in it. */
export interface ChannelCallRules {
	readonly scope: string;
	/** Any of these does as well. */
	readonly otherScopes?: readonly string[] | undefined;
	/** The query parameter that names the channel. */
	readonly channelKey?: string;
	/** Whether a moderator may act too, named by `moderator_id`. */
	readonly moderators?: boolean;
}

/** Checks scope, ids and standing of a call, as every endpoint about a channel does. */
export function readChannelCall(
	call: HelixCall,
	parts: ChannelParts,
	{ scope, otherScopes, channelKey = 'broadcaster_id', moderators = false }: ChannelCallRules
): ChannelCall | Response {
	const actorKey = moderators ? 'moderator_id' : channelKey;
	const missing = [channelKey, actorKey].find((key) => !call.query.get(key));
	if (missing) return missingParameter(missing);
	const actor = findActor(call, parts.accounts, { scope, otherScopes, actorKey });
	if (actor instanceof Response) return actor;
	const owner = parts.accounts.byId(call.query.get(channelKey) ?? '');
	const room = owner && parts.chat.findRoom(owner.login);
	if (!room || room === 'suspended') return helixError(400, `The ID in ${channelKey} was not found.`);
	if (actor !== owner && !isModerator(actor, owner.login))
		return helixError(403, "The user in moderator_id is not one of the broadcaster's moderators.");
	return { ...call, actor, room };
}

function findActor(
	{ query, token }: HelixCall,
	accounts: Accounts,
	{ scope, otherScopes = [], actorKey }: Pick<ChannelCallRules, 'scope' | 'otherScopes'> & { readonly actorKey: string }
): EmulatedUser | Response {
	const actor = accounts.byId(token.userId ?? '');
	if (!actor || ![scope, ...otherScopes].some((one) => token.scopes.includes(one)))
		return helixError(401, `Missing scope: ${scope}`);
	if (query.get(actorKey) === actor.id) return actor;
	return helixError(401, `The ID in ${actorKey} must match the user ID found in the request's OAuth token.`);
}

/** The answer to a call that lacks something. */
export function missingParameter(name: string): Response {
	return helixError(400, `Missing required parameter "${name}"`);
}

/** Reads a JSON object from the body, an empty one where there is none. */
export async function readBody(request: Request): Promise<Readonly<Record<string, unknown>>> {
	const body: unknown = await request.json().catch(() => undefined);
	return toObject(body);
}

/** Narrows a value to an object, an empty one where it is none. */
export function toObject(value: unknown): Readonly<Record<string, unknown>> {
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isObject ? (value as Readonly<Record<string, unknown>>) : {};
}

/** The account that a parameter names. */
export function findTarget({ query }: HelixCall, accounts: Accounts, key = 'user_id'): EmulatedUser | Response {
	const id = query.get(key);
	if (!id) return missingParameter(key);
	return accounts.byId(id) ?? helixError(400, `The ID in ${key} was not found.`);
}
