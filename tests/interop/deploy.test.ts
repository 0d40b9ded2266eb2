import { once } from 'node:events';
import { expect, test } from 'vitest';
import { choose, mixerSetups } from './support/mixer-clients.ts';
import { startWorker } from './support/running-worker.ts';

test.each(Object.entries(mixerSetups))(
	'%s: a game comes back by itself after a deploy, and its viewers find it',
	async (_, setup) => {
		const { GameClient, ParticipantClient } = choose(setup);
		const worker = await startWorker();
		const game = new GameClient();
		const options = { authToken: await worker.tokenOf('1'), versionId: 1, discoveryUrl: worker.discoveryUrl };
		await game.open(options);
		await game.ready(true);
		// While nobody listens, every attempt fails; the library tells of each.
		game.on('error', () => undefined);
		const again = new Promise((resolve) => game.once('hello', resolve));
		await worker.deploy();
		await again;
		await game.ready(true);
		const { address, key } = await worker.join('1');
		const viewer = new ParticipantClient();
		const joining = once(game.state, 'participantJoin');
		await viewer.open({ url: address, key, reconnectChecker: () => Promise.resolve() });

		expect(await joining).toMatchObject([{ anonymous: true }]);
		viewer.close();
		game.close();
		await worker.close();
	},
	60_000
);
