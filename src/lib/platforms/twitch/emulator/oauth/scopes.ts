const families: Readonly<Record<string, readonly string[]>> = {
	analytics: ['read:extensions', 'read:games'],
	bits: ['read'],
	channel: [
		...['bot', 'edit:commercial', 'moderate', 'read:stream_key'],
		...[
			'manage:broadcast',
			'manage:clips',
			'manage:extensions',
			'manage:moderators',
			'manage:raids',
			'manage:schedule'
		],
		...['manage:videos', 'read:charity', 'read:editors', 'read:goals', 'read:hype_train', 'read:subscriptions'],
		...readAndManage(['ads', 'guest_star', 'polls', 'predictions', 'redemptions', 'vips'])
	],
	chat: ['edit', 'read'],
	clips: ['edit'],
	editor: ['manage:clips'],
	moderation: ['read'],
	moderator: [
		...['manage:announcements', 'manage:automod', 'read:chatters', 'read:followers', 'read:moderators', 'read:vips'],
		...readAndManage([
			'automod_settings',
			'banned_users',
			'blocked_terms',
			'chat_messages',
			'chat_settings',
			'guest_star'
		]),
		...readAndManage(['shield_mode', 'shoutouts', 'suspicious_users', 'unban_requests', 'warnings'])
	],
	user: [
		...[
			'bot',
			'edit',
			'edit:broadcast',
			'manage:chat_color',
			'read:broadcast',
			'read:chat',
			'read:email',
			'read:emotes'
		],
		...['read:follows', 'read:moderated_channels', 'read:subscriptions', 'write:chat'],
		...readAndManage(['blocked_users', 'whispers'])
	],
	whispers: ['edit', 'read']
};

const knownScopes: ReadonlySet<string> = new Set([
	'openid',
	...Object.entries(families).flatMap(([family, scopes]) => scopes.map((scope) => `${family}:${scope}`))
]);

/** Cuts a space-separated list into distinct scopes. */
export function parseScopes(list: string): readonly string[] {
	return [...new Set(list.split(' ').filter((scope) => scope !== ''))];
}

/** The first scope that Twitch does not have. @see https://dev.twitch.tv/docs/authentication/scopes/ */
export function findUnknownScope(scopes: readonly string[]): string | undefined {
	return scopes.find((scope) => !knownScopes.has(scope));
}

function readAndManage(subjects: readonly string[]): readonly string[] {
	return subjects.flatMap((subject) => [`read:${subject}`, `manage:${subject}`]);
}
