import { expect, test } from 'vitest';
import { adaptClock, createFakeEnvironment } from '#tests/support/fake-environment.ts';
import { GameWatch } from '#lib/state/game-watch.svelte.ts';

function createWatch(answer: () => Response) {
	const urls: string[] = [];
	const { environment, clock } = createFakeEnvironment({
		fetch(request) {
			urls.push(request.url);
			return answer();
		}
	});
	const watch = new GameWatch({ ...environment, clock: adaptClock(clock) }, 'https://tributary.example');
	return { watch, urls, clock };
}

test.each([
	['a game', { clientId: 'raft' }, { own: false, name: 'raft' }],
	['one of our own pages', { clientId: 'tributary' }, { own: true, name: 'tributary' }],
	['a game without a name', { clientId: null }, { own: false }]
])('%s in the room is told by what it calls itself', async (_name, game, expected) => {
	const { watch, clock } = createWatch(() => Response.json({ key: 'k', game }));

	watch.open('twitch:1');
	await clock.tickAsync(0);

	expect(watch.game).toEqual(expected);
});

test.each([
	['no game', () => Response.json({ error: 'no_game' }, { status: 404 })],
	['trouble', () => new Response('<html>', { status: 502 })],
	['nonsense', () => Response.json({ game: 7 })]
])('%s is no game', async (_name, answer) => {
	const { watch, clock } = createWatch(answer);

	watch.open('twitch:1');
	await clock.tickAsync(30_000);

	expect(watch.game).toBeUndefined();
});

test('it is asked for now and then, until nobody wants to know', async () => {
	const { watch, urls, clock } = createWatch(() => Response.json({ game: { clientId: 'raft' } }));

	const stop = watch.open('twitch:1');
	await clock.tickAsync(31_000);
	stop();
	await clock.tickAsync(60_000);

	expect(urls).toHaveLength(3);
	expect(urls[0]).toBe('https://tributary.example/api/v1/interactive/twitch%3A1?watch=1');
});
