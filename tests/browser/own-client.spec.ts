import { build } from 'vite';
import { sealAccessToken } from '#functions/interactive/access-token.ts';
import { readSealKeys } from '#functions/sealed-claims.ts';
import { tidalKit } from './support/game.ts';
import { expect, test, type Product } from './support/product.ts';

/** The client library and the life in one script, as somebody who writes a game for browsers bundles them. */
async function bundleLife(): Promise<string> {
	const entry = 'tests/browser/support/life-in-page.ts';
	const lib = { entry, formats: ['iife' as const], name: 'life', fileName: 'life' };
	const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } });
	const [{ output: [chunk] } = { output: [] }] = [built].flat() as readonly { readonly output: readonly unknown[] }[];
	return (chunk as { readonly code: string }).code;
}

async function createToken(product: Product, user: { readonly userId: string; readonly login: string }) {
	const keys = await readSealKeys(product.variables['SEAL_KEY']);
	const claims = { platform: 'twitch', ...user, displayName: user.login, clientId: 'game' } as const;
	return sealAccessToken(claims, keys, Date.now());
}

test('a game and a viewer of ours live a whole life in Chromium', async ({ page, product }) => {
	const options = {
		origin: product.url,
		channel: `twitch:${tidalKit.userId}`,
		gameToken: await createToken(product, tidalKit),
		// Nobody whose sparks another test counts: a room keeps them.
		viewerToken: await createToken(product, { userId: '990001', login: 'passerby' })
	};
	await page.goto('/go');

	const came = await page.evaluate(`${await bundleLife()}; life.liveInPage(${JSON.stringify(options)})`);

	expect(came).toEqual({
		refused: 4019,
		people: 1,
		press: 'taken',
		pressed: 'jump',
		pushed: 0.5,
		tooFew: 'too-few-sparks',
		cooling: expect.not.stringMatching('taken'),
		cheer: '{"cheer":"now"}',
		unknown: 4003,
		kicked: 4027
	});
});
