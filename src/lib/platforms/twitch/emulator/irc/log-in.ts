import type { Accounts } from '../accounts.ts';
import type { Grants } from '../oauth/grants.ts';
import type { Member } from './irc-connection.ts';
import { serverName, type OutgoingLine } from './outgoing-line.ts';
import { globalStateTags } from './user-tags.ts';

/** Why a login failed, in Twitch's words; they come without a `msg-id`. */
export type LoginRefusal =
	'Improperly formatted auth' | 'Invalid NICK' | 'Login authentication failed' | 'Login unsuccessful';

const anonymousPattern = /^justinfan\d+$/;
const nickPattern = /^[a-z0-9_]{1,25}$/i;
const passPattern = /^oauth:(\S+)$/;

/** Decides a login; the token says who it is, NICK only whether it is anonymous. @see https://dev.twitch.tv/docs/chat/irc/ */
export function logIn(
	nick: string,
	pass: string | undefined,
	grants: Grants,
	accounts: Accounts
): Member | LoginRefusal {
	if (anonymousPattern.test(nick)) return { login: nick, writable: false };
	if (!nickPattern.test(nick)) return 'Invalid NICK';
	const accessToken = passPattern.exec(pass ?? '')?.[1];
	if (accessToken === undefined) return 'Improperly formatted auth';
	const token = grants.findAccessToken(accessToken);
	const user = accounts.byId(token?.userId ?? '');
	if (!token?.scopes.includes('chat:read') || !user) return 'Login authentication failed';
	return { login: user.login, user, writable: token.scopes.includes('chat:edit') };
}

/** The lines that follow a login. */
export function welcome({ login, user }: Member): readonly OutgoingLine[] {
	return [
		numeric('001', login, 'Welcome, GLHF!'),
		numeric('002', login, `Your host is ${serverName}`),
		numeric('003', login, 'This server is emulated'),
		numeric('004', login, '-'),
		numeric('375', login, '-'),
		numeric('372', login, 'Nothing said here leaves this machine.'),
		numeric('376', login, '>'),
		...(user ? [{ command: 'GLOBALUSERSTATE', tags: globalStateTags(user) }] : [])
	];
}

/** The line that goes before a failed login is closed. */
export function refusalNotice(refusal: LoginRefusal): OutgoingLine {
	return { command: 'NOTICE', params: ['*'], text: refusal };
}

function numeric(command: string, login: string, text: string): OutgoingLine {
	return { command, params: [login], text };
}
