import { expect, test } from 'vitest';
import { ConnectionError } from '#lib/model/errors.ts';
import { ChannelSearch } from '#lib/state/channel-search.svelte.ts';
import { FollowedLive } from '#lib/state/followed-live.svelte.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

const channel = (name: string) => ({
	person: { userId: '1', login: name, displayName: name },
	live: true,
	title: '',
	category: ''
});

test('what is typed is asked for after a pause, and a late answer to something else is not shown', async () => {
	const { environment, clock } = createFakeEnvironment();
	const asked: string[] = [];
	const search = new ChannelSearch({
		clock: environment.clock,
		async request(query) {
			asked.push(query);
			await new Promise<void>((resolve) => environment.clock.setTimeout(resolve, query === 'ott' ? 2_000 : 100));
			return [channel(query)];
		}
	});

	for (const text of ['o', 'ot', 'ott']) search.type(text);
	await clock.tickAsync(400);
	search.type(' seal ');
	await clock.tickAsync(5_000);

	expect(asked).toEqual(['ott', 'seal']);
	expect(search.found).toEqual([channel('seal')]);
	search.type('s');
	expect([search.active, search.found]).toEqual([false, undefined]);
});

test('a search that failed can be repeated', async () => {
	const { environment, clock } = createFakeEnvironment();
	const answers = [new ConnectionError('unreachable', 'gone'), [channel('otter')]];
	const search = new ChannelSearch({
		clock: environment.clock,
		async request() {
			const answer = answers.shift();
			if (answer instanceof Error || !answer) throw answer;
			return answer;
		}
	});

	search.type('otter');
	await clock.tickAsync(300);
	const failed = search.problem;
	await search.ask();

	expect(failed).toMatchObject({ code: 'unreachable' });
	expect([search.found?.length, search.problem]).toEqual([1, undefined]);
});

test('followed channels are shown at once, with pictures when they come, and asked for every 30 s at most', async () => {
	const { environment, clock } = createFakeEnvironment();
	let asked = 0;
	const followed = new FollowedLive({
		clock: environment.clock,
		async *request() {
			asked++;
			yield channel('otter');
		},
		requestAvatars: async ([userId = '']) => new Map([[userId, 'https://cdn.invalid/a.png']])
	});

	await followed.load();
	await followed.load();
	await clock.tickAsync(30_000);
	await followed.load();

	expect(followed.channels).toEqual([{ ...channel('otter'), avatarUrl: 'https://cdn.invalid/a.png' }]);
	expect(asked).toBe(2);
});

test('a list that could not be loaded is asked for again when somebody wants it, and does without pictures', async () => {
	const { environment } = createFakeEnvironment();
	let fails = true;
	const followed = new FollowedLive({
		clock: environment.clock,
		async *request() {
			if (fails) throw new ConnectionError('unreachable', 'gone');
			yield channel('otter');
		},
		requestAvatars: () => Promise.reject(new Error('none'))
	});

	await followed.load();
	const failed = followed.problem;
	fails = false;
	await followed.load();

	expect(failed).toMatchObject({ code: 'unreachable' });
	expect([followed.channels, followed.problem]).toEqual([[channel('otter')], undefined]);
});
