import { expect, test } from 'vitest';
import { parseOverlayOptions } from '#lib/ui/overlays/overlay-options.ts';
import { overlayUrl } from '#lib/ui/overlays/overlay-url.ts';

test('the address of an overlay is read back as the same channels', () => {
	const channels = [
		{ platform: 'twitch', key: 'otter' },
		{ platform: 'twitch', key: 'seal' },
		{ platform: 'theta', key: 'usrGull_1' }
	];

	const url = new URL(overlayUrl('https://tributary.example', channels));

	expect(parseOverlayOptions(url.searchParams).channels).toEqual(channels);
});

test('the address is short and plain', () => {
	expect(overlayUrl('https://tributary.example', [{ platform: 'twitch', key: 'otter' }])).toBe(
		'https://tributary.example/overlay/chat?twitch=otter'
	);
});
