/** Bots that most channels know, by login. */
const logins = new Set([
	'botrixoficial',
	'commanderroot',
	'fossabot',
	'moobot',
	'nightbot',
	'phantombot',
	'restreambot',
	'sery_bot',
	'soundalerts',
	'streamelements',
	'streamlabs',
	'streamstickers',
	'wizebot'
]);

/** Whether a login belongs to a bot that most channels know. */
export function isKnownBot(login: string): boolean {
	return logins.has(login.toLowerCase());
}
