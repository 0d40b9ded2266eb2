import * as v from 'valibot';
import { authenticateApp } from './app-authentication.ts';
import { strangerNamed, type EmulatedThetaUser } from './emulated-user.ts';
import { errorCodes, failure, success } from './envelope.ts';
import type { Grants } from './grants.ts';
import type { EmulatedThetaClient } from './theta-client.ts';

/** What the channel actions work with. */
export interface ChannelActionOptions {
	readonly clients: readonly EmulatedThetaClient[];
	readonly grants: Grants;
	/** Puts a line into the chat of a channel. */
	say(channelId: string, author: EmulatedThetaUser, text: string): void;
}

const actionSchema = v.strictObject({
	type: v.literal('chat_message'),
	message: v.pipe(v.string(), v.regex(/\S/)),
	display_name: v.optional(v.pipe(v.string(), v.regex(/\S/))),
	intl: v.optional(v.boolean())
});

/** Plays `POST /v1/channel/{id}/channel_action`: an application speaks in the channel of the streamer whose token it has. */
export async function answerChannelAction(
	request: Request,
	channelId: string,
	{ clients, grants, say }: ChannelActionOptions
): Promise<Response> {
	if (request.method !== 'POST') return failure(errorCodes.notFound, 'Method not allowed.', 405);
	const client = authenticateApp(new URL(request.url).searchParams, clients);
	if (client instanceof Response) return client;
	const grant = grants.find(request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '');
	if (grant?.clientId !== client.clientId) return failure(errorCodes.accessToken, 'Invalid access token.', 401);
	if (grant.userId !== channelId) return failure(errorCodes.forbidden, 'This is not your channel.', 403);
	const action = v.safeParse(actionSchema, await request.json().catch(() => undefined));
	if (!action.success) return failure(errorCodes.malformed, 'The action is not valid.');
	const { message, display_name } = action.output;
	say(channelId, { ...strangerNamed(client.clientId), username: display_name ?? client.name }, message);
	return success(true);
}
