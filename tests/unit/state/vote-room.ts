import { Emitter } from '#lib/model/emitter.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import type { ChannelParts } from '#lib/platforms/twitch/emulator/helix/channel-call.ts';
import type { HelixEndpoint } from '#lib/platforms/twitch/emulator/helix/endpoint.ts';
import type { VoteRoom } from '#lib/state/polls.svelte.ts';
import { adaptClock, createFakeEnvironment } from '#tests/support/fake-environment.ts';
import { createFamily } from '../platforms/twitch/emulator/helix/vote-fixture.ts';

/** What happens to a call: it never arrives, it is done and its answer is lost, or it is answered with a status. */
export type Mishap = 'lost-call' | 'lost-answer' | number;

/** TidalKit's channel on the emulator, with what was sent to it; `mishaps` strike one call after another. */
export function createVoteRoom(family: (parts: ChannelParts) => readonly HelixEndpoint[], scope: string) {
	const emulated = createFamily(family, [scope]);
	const calls: string[] = [];
	const mishaps: (Mishap | undefined)[] = [];
	const { environment } = createFakeEnvironment({
		async fetch(request) {
			const { pathname, search } = new URL(request.url);
			const path = pathname.replace('/helix', '');
			calls.push(`${request.method} ${path}`);
			const mishap = mishaps.shift();
			if (mishap === 'lost-call') throw new TypeError('Failed to fetch');
			if (typeof mishap === 'number') return new Response('{"message":"No."}', { status: mishap });
			const text = await request.text();
			const answer = await emulated.call(`${request.method} ${path}${search}`, text ? JSON.parse(text) : undefined);
			if (mishap === 'lost-answer') throw new TypeError('Failed to fetch');
			return new Response(JSON.stringify(answer), { status: answer.status });
		}
	});
	const clock = adaptClock(emulated.fake);
	const identity = { platform: 'twitch', userId: '100001', login: 'tidalkit', displayName: 'TidalKit' } as const;
	const events = new Emitter<StreamEvent>();
	const room: VoteRoom = {
		helix: {
			credentials: { identity, accessToken: async () => 'token' },
			config: defaultConfig('https://app.invalid'),
			environment: { ...environment, clock }
		},
		broadcasterId: identity.userId,
		events,
		gaps: new Emitter<void>()
	};
	return { room, events, calls, mishaps, clock, fake: emulated.fake, call: emulated.call };
}
