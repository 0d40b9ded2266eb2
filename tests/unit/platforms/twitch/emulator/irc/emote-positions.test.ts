import { expect, test } from 'vitest';
import { findEmotes } from '#lib/platforms/twitch/emulator/irc/emote-positions.ts';
import type { EmulatedUser } from '#lib/platforms/twitch/emulator/emulated-user.ts';
import { seededUsers } from '#lib/platforms/twitch/emulator/seed.ts';

const viewer = seededUsers.find((user) => user.login === 'quietharbor') as EmulatedUser;
const subscriber = seededUsers.find((user) => user.login === 'nightferry') as EmulatedUser;
const wave = 'emotesv2_7a1fd20c94b34e0a8c55d6e1f0b29a31';

test.each([
	['no emotes here', ''],
	['Kappa', '25:0-4'],
	['Kappa Kappa', '25:0-4,6-10'],
	['hi <3 LUL <3', '9:3-4,10-11/425618:6-8'],
	['😀 Kappa', '25:2-6'],
	['👩‍🚀  Kappa', '25:5-9'],
	['Kappa, kappa Kappas', '']
])('the positions in %j count code points and whole words', (text, tag) => {
	expect(findEmotes(text, viewer).tag).toBe(tag);
});

test('a channel emote is for its subscribers', () => {
	expect(findEmotes('tidalkWave', subscriber).tag).toBe(`${wave}:0-9`);
	expect(findEmotes('tidalkWave', viewer).tag).toBe('');
});

test.each([
	['Kappa LUL', true],
	['Kappa hi', false],
	['', false]
])('%j is nothing but emotes: %s', (text, only) => {
	expect(findEmotes(text, viewer).only).toBe(only);
});
