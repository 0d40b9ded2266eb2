import { expect, test } from 'vitest';
import { profileUrl } from '#lib/ui/chat/profile-url.ts';

function url(login: string, platform = 'twitch') {
	const author = { userId: '7', login, displayName: login };
	return profileUrl({ channel: { platform, key: 'pool' }, author });
}

test('a login leads to its page on the fixed host', () => {
	expect(url('otter_1')).toBe('https://www.twitch.tv/otter_1');
});

test.each(['', '../evil', 'a/b', '@otter', '#otter', 'otter?x', 'https://evil.invalid', 'Otter '])(
	'"%s" is no login and leads nowhere',
	(login) => {
		expect(url(login)).toBeUndefined();
	}
);

test('of another platform no address is known', () => {
	expect(url('otter', 'theta')).toBeUndefined();
});
