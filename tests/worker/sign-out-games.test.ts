import { expect, test } from 'vitest';
import { obtainTokens, refresh, startMixer, type Mixer } from './mixer-harness.ts';

/** What a plain GET hears where game clients connect: 400 asks for a socket, 401 for another token. */
async function knock(mixer: Mixer, accessToken: string): Promise<number> {
	const { status } = await mixer.bearer('/api/rooms/host', accessToken);
	return status;
}

test('a streamer takes back what games were granted: the one that plays ends, and no token of before is any good', async () => {
	const mixer = startMixer();
	const [before, fox] = [await obtainTokens(mixer), await obtainTokens(mixer, 'fox-access')];
	const ownPage = await mixer.post('/api/rooms/token', { platform: 'twitch', accessToken: 'tidal-access' });
	const goodBefore = await knock(mixer, before.access_token);
	mixer.pass(1000);

	const { body } = await mixer.post('/api/rooms/sign-out-games', { platform: 'twitch', accessToken: 'tidal-access' });
	mixer.pass(1000);
	const after = await obtainTokens(mixer);

	expect(body).toEqual({ signedOut: true });
	expect(mixer.kicked).toEqual(['twitch:12826']);
	expect((await refresh(mixer, before.refresh_token)).body['error']).toBe('invalid_grant');
	expect([goodBefore, await knock(mixer, before.access_token)]).toEqual([400, 401]);
	expect(await knock(mixer, String(ownPage.body['access_token']))).toBe(400);
	expect(await knock(mixer, after.access_token)).toBe(400);
	expect((await refresh(mixer, after.refresh_token)).status).toBe(200);
	expect((await refresh(mixer, fox.refresh_token)).status).toBe(200);
});
