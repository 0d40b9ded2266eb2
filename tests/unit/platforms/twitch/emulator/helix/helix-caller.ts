import type { TwitchEmulator } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import { base, client, signIn } from '../emulator-fixture.ts';

/** What Helix answered. */
export interface HelixAnswer {
	readonly status: number;
	readonly message?: string;
	readonly data?: readonly Record<string, unknown>[];
	readonly pagination?: { readonly cursor?: string };
	readonly total?: number;
}

/** Signs an account in and returns what calls Helix as it (`PATCH /channels?…`). */
export async function createHelixCaller(emulator: TwitchEmulator, scope: string, login = 'tidalkit') {
	const { access_token } = await signIn(emulator, login, scope);
	const headers = { 'client-id': client.client_id, authorization: `Bearer ${access_token}` };
	return async (call: string, body?: unknown): Promise<HelixAnswer> => {
		const [method = '', path = ''] = call.split(' ');
		const content = body === undefined ? {} : { body: JSON.stringify(body) };
		const response = await emulator.fetch(new Request(`${base}/helix${path}`, { method, headers, ...content }));
		const text = await response.text();
		return { ...(text && (JSON.parse(text) as object)), status: response.status };
	};
}
