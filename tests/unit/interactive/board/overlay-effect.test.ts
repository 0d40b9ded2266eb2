import { expect, test } from 'vitest';
import { nameKey } from '#lib/interactive/board/keys.ts';
import { parseOverlayEffect } from '#lib/interactive/board/overlay-effect.ts';
import { keycode } from '#lib/interactive/client/keycode.ts';

const hash = 'a'.repeat(64);
const image = { type: 'image', image: '🎉', size: 'small', seconds: 3, caption: 'Otter' };

test('an overlay takes sounds, images and keys within bounds', () => {
	const known = [
		{ type: 'sound', sound: 'bell', volume: 0.5 },
		{ type: 'sound', sound: `file:${hash}`, volume: 1 },
		image,
		{ ...image, image: 'twitch:emotesv2_a1-b2' },
		{ ...image, image: `file:${hash}` },
		{ ...image, image: '👩🏽‍🚀' },
		{ ...image, image: '🇩🇪' },
		{ type: 'key', event: 'keydown', keyCode: 32 }
	];

	for (const effect of known) expect(parseOverlayEffect(effect)).toEqual(effect);
});

test('an overlay takes nothing else', () => {
	const hostile = [
		null,
		'sound',
		{ type: 'script', text: 'alert(1)' },
		{ type: 'sound', sound: 'https://evil.example/a.mp3', volume: 1 },
		{ type: 'sound', sound: 'toString', volume: 1 },
		{ type: 'sound', sound: 'bell', volume: 40 },
		{ type: 'sound', sound: `file:../${hash}`, volume: 1 },
		{ ...image, image: 'https://evil.example/a.png' },
		{ ...image, image: 'javascript:alert(1)' },
		{ ...image, image: 'twitch:../../x' },
		{ ...image, image: '<img>' },
		{ ...image, image: '12' },
		{ ...image, image: '🎉'.repeat(30) },
		{ ...image, seconds: 9_999 },
		{ ...image, seconds: Number.NaN },
		{ ...image, size: 'constructor' },
		{ ...image, caption: 'x'.repeat(81) },
		{ type: 'key', event: 'keypress', keyCode: 32 },
		{ type: 'key', event: 'keydown', keyCode: 9_999 }
	];

	expect(hostile.map(parseOverlayEffect).filter(Boolean)).toEqual([]);
});

test('a caption loses what would turn the text around it', () => {
	expect(parseOverlayEffect({ ...image, caption: 'ab\u202ecd' })).toMatchObject({ caption: 'abcd' });
});

test('every key that the game clients can name has the name that browsers give it, but those of the window system', () => {
	expect(nameKey(keycode('space'))).toEqual({ key: ' ', code: 'Space' });
	expect(nameKey(keycode('a'))).toEqual({ key: 'a', code: 'KeyA' });
	expect(nameKey(keycode('7'))).toEqual({ key: '7', code: 'Digit7' });
	expect(nameKey(keycode('f5'))).toEqual({ key: 'F5', code: 'F5' });
	expect(nameKey(keycode('left'))).toEqual({ key: 'ArrowLeft', code: 'ArrowLeft' });
	expect(nameKey(keycode('windows'))).toBeUndefined();
	expect([-1, 0.5, 1e9, Number.NaN].map(nameKey)).toEqual([undefined, undefined, undefined, undefined]);
});
