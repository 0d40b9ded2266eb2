import type { ThetaEmulator } from '#lib/platforms/theta/emulator/theta-emulator.ts';

const origin = 'http://emulator.invalid/theta';
const redirectUri = 'http://localhost:8787/connect/theta';
const client = { client_id: 'theta-client', client_secret: 'theta-secret' };

/** Allows the application `theta-client` to act for a streamer and returns the access token. */
export async function signInToTheta(emulator: ThetaEmulator, userId: string): Promise<string> {
	const form = { client_id: client.client_id, redirect_uri: redirectUri, user_id: userId, decision: 'allow' };
	const granted = await emulator.fetch(
		new Request(`${origin}/account/grant-app`, { method: 'POST', body: new URLSearchParams(form) })
	);
	const code = new URL(granted.headers.get('location') ?? '').searchParams.get('code') ?? '';
	const query = new URLSearchParams({ ...client, grant_type: 'authorization_code', code });
	const answer = await emulator.fetch(new Request(`${origin}/v1/oauth/token?${query}`, { method: 'POST' }));
	return ((await answer.json()) as { body: { access_token: string } }).body.access_token;
}
