import type { Accounts } from '../accounts.ts';
import { helixError } from '../answers.ts';
import { findTarget, readBody } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const colors = new Set([
	...['blue', 'blue_violet', 'cadet_blue', 'chocolate', 'coral', 'dodger_blue', 'firebrick', 'golden_rod', 'green'],
	...['hot_pink', 'orange_red', 'red', 'sea_green', 'spring_green', 'yellow_green']
]);

/** What an account does for itself; nothing seeded changes by it. @see https://dev.twitch.tv/docs/api/reference/#update-user-chat-color */
export function accountEndpoints(accounts: Accounts): readonly HelixEndpoint[] {
	return [
		{ method: 'PUT', path: '/chat/color', answer: answerColor },
		{ method: 'POST', path: '/whispers', answer: (call) => answerWhisper(call, accounts) }
	];
}

function answerColor(call: HelixCall): Response {
	const refusal = refuse(call, 'user:manage:chat_color', 'user_id');
	if (refusal) return refusal;
	const color = call.query.get('color') ?? '';
	if (!colors.has(color) && !/^#[0-9a-f]{6}$/i.test(color)) return helixError(400, 'The color is not valid.');
	return new Response(null, { status: 204 });
}

async function answerWhisper(call: HelixCall, accounts: Accounts): Promise<Response> {
	const refusal = refuse(call, 'user:manage:whispers', 'from_user_id');
	if (refusal) return refusal;
	const target = findTarget(call, accounts, 'to_user_id');
	if (target instanceof Response) return target;
	if (target.id === call.token.userId) return helixError(400, 'The IDs in from_user_id and to_user_id are the same.');
	const { message } = await readBody(call.request);
	if (typeof message !== 'string' || message === '') return helixError(400, 'The message field must not be empty.');
	return new Response(null, { status: 204 });
}

function refuse({ query, token }: HelixCall, scope: string, key: string): Response | undefined {
	if (!token.scopes.includes(scope)) return helixError(401, `Missing scope: ${scope}`);
	if (query.get(key) === token.userId) return undefined;
	return helixError(401, `The ID in ${key} must match the user ID found in the request's OAuth token.`);
}
