import type { Identity } from '#lib/model/account.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

export const identity: Identity = { platform: 'twitch', userId: '7', login: 'ada', displayName: 'Ada' };

/** A request as Helix received it. */
export interface ReceivedCall {
	readonly call: string;
	readonly token: string;
	readonly body: unknown;
}

/** Helix with one answer after another; `users` are known by login. */
export function createHelix(answers: readonly Response[], scopes?: readonly string[]) {
	const calls: ReceivedCall[] = [];
	const left = [...answers];
	const { environment, clock } = createFakeEnvironment({
		fetch: async (request) => {
			const text = await request.text();
			calls.push({
				call: `${request.method} ${request.url.replace('https://api.twitch.tv/helix', '')}`,
				token: request.headers.get('authorization') ?? '',
				body: text === '' ? undefined : JSON.parse(text)
			});
			return left.shift() ?? new Response(null, { status: 204 });
		}
	});
	const helix: Helix = {
		credentials: {
			identity,
			...(scopes && { scopes }),
			accessToken: async (rejected) => (rejected ? 'newer' : 'first')
		},
		config: { ...defaultConfig('https://app.invalid') },
		environment
	};
	return { helix, calls, clock };
}

/** An answer of Helix. */
export function answer(status: number, body: unknown): Response {
	return new Response(JSON.stringify(body), { status });
}
