import { expect, test } from 'vitest';
import { otherSealKey, sealKey } from './harness.ts';
import {
	accessTokenSeconds,
	formatRoomId,
	openAccessToken,
	openParticipantKey,
	parseRoomId,
	readSealKeys,
	sealAccessToken,
	sealParticipantKey,
	toMixerUserId
} from './worker-parts.ts';

const now = 1_800_000_000_000;
const claims = {
	platform: 'twitch',
	userId: '12826',
	login: 'tidalkit',
	displayName: 'TidalKit',
	clientId: 'game'
} as const;
const seat = {
	room: 'twitch:12826',
	sessionID: '00000000-0000-4000-8000-000000000001',
	userID: 0,
	username: 'Guest 1',
	level: 1,
	channelGroups: ['User'],
	watcher: false
};

test('an access token says whom it speaks for until it has expired', async () => {
	const keys = await readSealKeys(sealKey);
	const token = await sealAccessToken(claims, keys, now);

	expect(await openAccessToken(token, keys, now + 1000 * (accessTokenSeconds - 1))).toEqual(claims);
	await expect(openAccessToken(token, keys, now + 1000 * (accessTokenSeconds + 1))).rejects.toThrow();
	await expect(openAccessToken(token, await readSealKeys(otherSealKey), now)).rejects.toThrow();
});

test('neither of the two passes for the other', async () => {
	const keys = await readSealKeys(sealKey);
	const [token, key] = [await sealAccessToken(claims, keys, now), await sealParticipantKey(seat, keys, now)];

	expect(await openParticipantKey(key, keys, now)).toEqual(seat);
	await expect(openParticipantKey(token, keys, now)).rejects.toThrow();
	await expect(openAccessToken(key, keys, now)).rejects.toThrow();
});

test('a key to a seat is good for twelve hours', async () => {
	const keys = await readSealKeys(sealKey);
	const key = await sealParticipantKey(seat, keys, now);

	expect(await openParticipantKey(key, keys, now + 11 * 3_600_000)).toEqual(seat);
	await expect(openParticipantKey(key, keys, now + 13 * 3_600_000)).rejects.toThrow();
});

test.each(['twitch', 'twitch:', 'mixer:1', 'twitch:1:2', 'twitch:../1', '__proto__:1', `twitch:${'1'.repeat(65)}`])(
	'%s is no room',
	(text) => {
		expect(parseRoomId(text)).toBeUndefined();
	}
);

test('a room is named after its channel and read back', () => {
	expect(parseRoomId(formatRoomId('theta', 'usr0123'))).toEqual({ platform: 'theta', userId: 'usr0123' });
});

test('a user is known by a number of 32 bits that is never 0', () => {
	expect(toMixerUserId('twitch', '12826')).toBe(12826);
	for (const [platform, userId] of [
		['twitch', '99999999999'],
		['theta', 'usr0123456789abcdef'],
		['twitch', '0']
	] as const) {
		const number = toMixerUserId(platform, userId);
		expect(Number.isInteger(number) && number > 0 && number < 2 ** 32).toBe(true);
	}
});
