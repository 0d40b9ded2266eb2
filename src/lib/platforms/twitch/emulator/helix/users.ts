import type { Accounts } from '../accounts.ts';
import { helixError, jsonAnswer } from '../answers.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const idPattern = /^\d{1,20}$/;
const loginPattern = /^[a-z0-9_]{1,25}$/i;
const identifierLimit = 100;

/** The endpoints on accounts. @see https://dev.twitch.tv/docs/api/reference/#get-users */
export function userEndpoints(accounts: Accounts): readonly HelixEndpoint[] {
	return [{ method: 'GET', path: '/users', answer: (call) => answerUsers(call, accounts) }];
}

function answerUsers({ query, token }: HelixCall, accounts: Accounts): Response {
	const ids = query.getAll('id');
	const logins = query.getAll('login');
	const refusal = refuseIdentifiers(ids, logins);
	if (refusal) return refusal;
	if (ids.length + logins.length === 0 && token.userId === undefined)
		return helixError(400, 'Must provide an ID, Login or OAuth Token');
	const meant = ids.length + logins.length === 0 ? [token.userId ?? ''] : ids;
	const found = new Set([
		...meant.map((id) => accounts.byId(id)),
		...logins.map((login) => accounts.byLogin(login.toLowerCase()))
	]);
	const showsEmail = (user: EmulatedUser) => user.id === token.userId && token.scopes.includes('user:read:email');
	const users = [...found].filter((user) => user !== undefined).filter((user) => !user.suspended);
	return jsonAnswer({ data: users.map((user) => formatUser(user, { withEmail: showsEmail(user) })) });
}

function refuseIdentifiers(ids: readonly string[], logins: readonly string[]): Response | undefined {
	if (ids.length + logins.length > identifierLimit)
		return helixError(400, `The request has more than ${identifierLimit} id and login values`);
	const wrong = [...ids.filter((id) => !idPattern.test(id)), ...logins.filter((login) => !loginPattern.test(login))];
	if (wrong.length === 0) return undefined;
	return helixError(400, `Invalid username(s), email(s), or ID(s). Bad Identifiers: ${wrong.join(', ')}`);
}

function formatUser(user: EmulatedUser, options: { withEmail: boolean }) {
	return {
		id: user.id,
		login: user.login,
		display_name: user.displayName,
		type: '',
		broadcaster_type: user.broadcasterType,
		description: user.description,
		profile_image_url: `https://static-cdn.jtvnw.net/jtv_user_pictures/${user.id}-profile_image-300x300.png`,
		offline_image_url: '',
		...(options.withEmail && { email: `${user.login}@example.com` }),
		created_at: user.createdAt
	};
}
