import { expect, test } from 'vitest';
import { authorize, authorizeUrl, base, client, createEmulator, post, signIn } from '../emulator-fixture.ts';

const tidalkit = { decision: 'authorize', account: '100001' };

test('the page names itself, the accounts, the scopes and both buttons', async () => {
	const { emulator } = createEmulator();

	const answer = await emulator.fetch(new Request(authorizeUrl()));
	const html = await answer.text();

	expect(answer.status).toBe(200);
	expect(html).toContain('Twitch emulator — not Twitch');
	expect(html).toContain('>TidalKit</label>');
	expect(html).toContain('>QuietHarbor</label>');
	expect(html).toContain('<code>chat:edit</code>');
	expect(html).toContain('>Authorize</button>');
	expect(html).toContain('>Cancel</button>');
	expect(html).not.toContain('<script');
});

test('accepting redirects with a code, the scopes and the state', async () => {
	const { emulator } = createEmulator();

	const answer = await post(emulator, authorizeUrl(), tidalkit);

	expect(answer.status).toBe(302);
	expect(answer.headers.get('location')).toMatch(
		/^http:\/\/localhost:8787\/connect\/twitch\?code=[a-z0-9]{30}&scope=chat%3Aread\+chat%3Aedit&state=a\+state$/
	);
});

test('a request without state comes back without one', async () => {
	const { emulator } = createEmulator();

	const answer = await post(emulator, authorizeUrl({ state: undefined }), tidalkit);

	expect(answer.headers.get('location')).not.toContain('state');
});

test('cancelling redirects with access_denied and the state', async () => {
	const { emulator } = createEmulator();

	const answer = await post(emulator, authorizeUrl(), { decision: 'cancel', account: '100001' });

	expect(answer.status).toBe(302);
	expect(answer.headers.get('location')).toBe(
		'http://localhost:8787/connect/twitch?error=access_denied&error_description=The+user+denied+you+access&state=a+state'
	);
});

test.each([
	['an unknown client', { client_id: 'nobody' }, 'invalid client'],
	['a redirect URI with a slash too many', { redirect_uri: 'http://localhost:8787/connect/twitch/' }, 'redirect_uri'],
	['a redirect URI with a query', { redirect_uri: 'http://localhost:8787/connect/twitch?a=b' }, 'redirect_uri'],
	['no redirect URI', { redirect_uri: undefined }, 'redirect_uri'],
	['the implicit flow', { response_type: 'token' }, 'response_type'],
	['no response type', { response_type: undefined }, 'response_type'],
	['a scope that does not exist', { scope: 'chat:read chat:shout' }, 'chat:shout']
])('%s is answered with an error page and no redirect', async (_, changes, words) => {
	const { emulator } = createEmulator();

	const shown = await emulator.fetch(new Request(authorizeUrl(changes)));
	const posted = await post(emulator, authorizeUrl(changes), tidalkit);

	for (const answer of [shown, posted]) {
		expect(answer.status).toBe(400);
		expect(answer.headers.has('location')).toBe(false);
		expect(await answer.text()).toContain(words);
	}
});

test('what the request carries is escaped on the page', async () => {
	const { emulator } = createEmulator();

	const answer = await emulator.fetch(new Request(authorizeUrl({ scope: '<img/src=x>' })));

	expect(await answer.text()).toContain('&lt;img/src=x&gt;');
});

test('an account that is not offered cannot be posted', async () => {
	const { emulator } = createEmulator();

	const answer = await post(emulator, authorizeUrl(), { decision: 'authorize', account: '100004' });

	expect(answer.status).toBe(400);
});

test('without force_verify the only account that agreed before is sent straight back', async () => {
	const { emulator } = createEmulator();
	await authorize(emulator, 'quietharbor');

	const answer = await emulator.fetch(new Request(authorizeUrl({ force_verify: 'false', scope: 'chat:read' })));

	expect(answer.status).toBe(302);
	expect(answer.headers.get('location')).toContain('code=');
});

test.each([
	['force_verify is set', { force_verify: 'true' }],
	['a scope is new', { force_verify: 'false', scope: 'chat:read bits:read' }]
])('the page is shown again when %s', async (_, changes) => {
	const { emulator } = createEmulator();
	await authorize(emulator);

	const answer = await emulator.fetch(new Request(authorizeUrl(changes)));

	expect(answer.status).toBe(200);
});

test('the page is shown when two accounts have agreed, and after the app was disconnected', async () => {
	const { emulator } = createEmulator();
	await signIn(emulator, 'tidalkit');
	await signIn(emulator, 'mosslantern');

	const withTwo = await emulator.fetch(new Request(authorizeUrl({ force_verify: 'false' })));
	emulator.revokeGrants();
	const withNone = await emulator.fetch(new Request(authorizeUrl({ force_verify: 'false' })));

	expect([withTwo.status, withNone.status]).toEqual([200, 200]);
});

test('paths of the OAuth host that do not exist answer 404', async () => {
	const { emulator } = createEmulator();

	const wrongMethod = await emulator.fetch(new Request(`${base}/oauth2/token?client_id=${client.client_id}`));
	const wrongPath = await emulator.fetch(new Request(`${base}/oauth2/keys`));

	expect([wrongMethod.status, wrongPath.status]).toEqual([404, 404]);
});
