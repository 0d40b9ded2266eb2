import { expect, test } from 'vitest';
import type { TwitchEmulator } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import { client, createEmulator, get, requestAppToken, signIn } from '../emulator-fixture.ts';

interface UsersAnswer {
	readonly data: readonly { readonly id: string; readonly login: string }[];
}

function requestUsers(emulator: TwitchEmulator, token: string, query: string): Promise<Response> {
	const headers = { 'client-id': client.client_id, authorization: `Bearer ${token}` };
	return get(emulator, `/helix/users${query}`, headers);
}

test('without parameters the account of the token is told', async () => {
	const { emulator } = createEmulator();
	const { access_token } = await signIn(emulator);

	const answer = await requestUsers(emulator, access_token, '');

	expect(await answer.json()).toEqual({
		data: [
			{
				id: '100001',
				login: 'tidalkit',
				display_name: 'TidalKit',
				type: '',
				broadcaster_type: 'partner',
				description: 'Builds small games by the sea and talks about it.',
				profile_image_url: 'https://static-cdn.jtvnw.net/jtv_user_pictures/100001-profile_image-300x300.png',
				offline_image_url: '',
				created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
			}
		]
	});
});

test('the e-mail address is told to the scope that allows it, and only of oneself', async () => {
	const { emulator } = createEmulator();
	const { access_token } = await signIn(emulator, 'tidalkit', 'user:read:email');

	const answer = await requestUsers(emulator, access_token, '?login=tidalkit&login=mosslantern');

	expect(await answer.json()).toMatchObject({ data: [{ email: 'tidalkit@example.com' }, { login: 'mosslantern' }] });
	expect(await (await requestUsers(emulator, access_token, '?login=mosslantern')).text()).not.toContain('email');
});

test('ids and logins may be mixed; the unknown, the suspended and the repeated are left out', async () => {
	const { emulator } = createEmulator();
	const { access_token } = await requestAppToken(emulator);

	const query = '?id=100002&id=999&login=TidalKit&login=tidalkit&login=sunkenship&login=nobody';
	const { data } = (await (await requestUsers(emulator, access_token, query)).json()) as UsersAnswer;

	expect(data.map((user) => user.login).sort()).toEqual(['mosslantern', 'tidalkit']);
});

test.each([
	['an app access token without ids', ''],
	['more than a hundred ids', `?${Array.from({ length: 101 }, (_, index) => `id=${index}`).join('&')}`],
	['an id that is no number', '?id=tidalkit'],
	['a login that cannot be one', '?login=tidal%20kit']
])('%s is a bad request', async (_, query) => {
	const { emulator } = createEmulator();
	const { access_token } = await requestAppToken(emulator);

	const answer = await requestUsers(emulator, access_token, query);

	expect(answer.status).toBe(400);
	expect(await answer.json()).toMatchObject({ error: 'Bad Request', status: 400 });
});

test('an expired token is refused', async () => {
	const { emulator } = createEmulator();
	const { access_token } = await signIn(emulator);
	emulator.expireAccessTokens();

	const answer = await requestUsers(emulator, access_token, '');

	expect(answer.status).toBe(401);
	expect(await answer.json()).toMatchObject({ message: 'Invalid OAuth token' });
});
