import type { Accounts } from '../accounts.ts';
import { helixError } from '../answers.ts';
import { findTarget, readBody } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const colors: ReadonlyMap<string, string> = new Map([
	['blue', '#0000FF'],
	['blue_violet', '#8A2BE2'],
	['cadet_blue', '#5F9EA0'],
	['chocolate', '#D2691E'],
	['coral', '#FF7F50'],
	['dodger_blue', '#1E90FF'],
	['firebrick', '#B22222'],
	['golden_rod', '#DAA520'],
	['green', '#008000'],
	['hot_pink', '#FF69B4'],
	['orange_red', '#FF4500'],
	['red', '#FF0000'],
	['sea_green', '#2E8B57'],
	['spring_green', '#00FF7F'],
	['yellow_green', '#9ACD32']
]);

/** What an account does for itself; its later lines show a new color. @see https://dev.twitch.tv/docs/api/reference/#update-user-chat-color */
export function accountEndpoints(accounts: Accounts): readonly HelixEndpoint[] {
	return [
		{ method: 'PUT', path: '/chat/color', answer: (call) => answerColor(call, accounts) },
		{ method: 'POST', path: '/whispers', answer: (call) => answerWhisper(call, accounts) }
	];
}

function answerColor(call: HelixCall, accounts: Accounts): Response {
	const refusal = refuse(call, 'user:manage:chat_color', 'user_id');
	if (refusal) return refusal;
	const asked = call.query.get('color') ?? '';
	const color = /^#[0-9a-f]{6}$/i.test(asked) ? asked.toUpperCase() : colors.get(asked);
	const user = accounts.byId(call.token.userId ?? '');
	if (color === undefined || !user) return helixError(400, 'The color is not valid.');
	accounts.setColor(user, color);
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
