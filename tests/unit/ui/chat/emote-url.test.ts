import { expect, test } from 'vitest';
import { emoteUrl } from '#lib/ui/chat/emote-url.ts';

const host = 'https://static-cdn.jtvnw.net';

test.each(['25', 'emotesv2_5d523adb8bbb4786821cd7091e47da21', '80481_BW', '555555584'])(
	'the emote %s has its image on the platform host',
	(id) => {
		expect(emoteUrl({ provider: 'twitch', id }, host, 'light')).toBe(`${host}/emoticons/v2/${id}/default/light/2.0`);
	}
);

test.each(['', '../../x', 'a/b', 'a?b', 'a#b', 'https://evil.invalid/x', 'a'.repeat(65), 'ä'])(
	'the id "%s" makes no address',
	(id) => {
		expect(emoteUrl({ provider: 'twitch', id }, host, 'dark')).toBeUndefined();
	}
);

test("another service's emote has the address that its codec built, and where it moves another one that stands still", () => {
	const emote = { provider: 'bttv', id: 'a', url: '/moving' } as const;

	expect(emoteUrl({ ...emote, stillUrl: '/still' }, host, 'dark', 'default')).toBe('/moving');
	expect(emoteUrl({ ...emote, stillUrl: '/still' }, host, 'dark', 'static')).toBe('/still');
	expect(emoteUrl(emote, host, 'dark', 'static')).toBe('/moving');
});

test('an emote of a platform without an image host stays text', () => {
	expect(emoteUrl({ provider: 'theta', id: '25' }, host, 'dark')).toBeUndefined();
});

test('an emote can be asked for without its motion', () => {
	expect(emoteUrl({ provider: 'twitch', id: '25' }, host, 'dark', 'static')).toBe(
		`${host}/emoticons/v2/25/static/dark/2.0`
	);
});
