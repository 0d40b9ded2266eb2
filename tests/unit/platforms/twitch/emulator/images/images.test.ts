import { expect, test } from 'vitest';
import { emulatedEmotes } from '#lib/platforms/twitch/emulator/images/emotes.ts';
import { createEmulator, get } from '../emulator-fixture.ts';

test('every emote has a drawing of its own that stays the same', async () => {
	const { emulator } = createEmulator();
	const draw = async (id: string) =>
		(await get(emulator, `/cdn/emoticons/v2/${encodeURIComponent(id)}/default/dark/2.0`)).text();

	const drawings = await Promise.all(emulatedEmotes.map(({ id }) => draw(id)));
	const again = await Promise.all(emulatedEmotes.map(({ id }) => draw(id)));

	expect(new Set(drawings).size).toBe(emulatedEmotes.length);
	expect(again).toEqual(drawings);
});

test('an emote is an SVG image of the scale asked for', async () => {
	const { emulator } = createEmulator();

	const answer = await get(emulator, '/cdn/emoticons/v2/25/static/light/3.0');

	expect(answer.headers.get('content-type')).toBe('image/svg+xml');
	expect(await answer.text()).toMatch(/^<svg [^>]*width="112" height="112"/);
});

test.each([
	'/cdn/emoticons/v2/99999999/default/dark/1.0',
	'/cdn/emoticons/v2/25/animated/dark/1.0',
	'/cdn/emoticons/v2/25/default/sepia/1.0',
	'/cdn/emoticons/v2/25/default/dark/4.0',
	'/cdn/emoticons/v2/25',
	'/cdn/jtv_user_pictures/999-profile_image-300x300.png',
	'/cdn/elsewhere'
])('%s does not exist', async (path) => {
	const { emulator } = createEmulator();

	expect((await get(emulator, path)).status).toBe(404);
});

test('a profile picture shows the first letter, whatever its script', async () => {
	const { emulator } = createEmulator();

	const latin = await get(emulator, '/cdn/jtv_user_pictures/100001-profile_image-300x300.png');
	const kana = await get(emulator, '/cdn/jtv_user_pictures/100108-profile_image-70x70.png');

	expect(await latin.text()).toContain('>T</text>');
	expect(await kana.text()).toContain('>さ</text>');
});
