import type { ChatPictures, EmoteGroup } from '#lib/model/chat-pictures.ts';
import type { OwnEmotes } from '#lib/platforms/platform.ts';
import { EmoteSupply } from '#lib/state/emote-supply.svelte.ts';
import { expect, test } from 'vitest';

const channel = { platform: 'twitch', key: 'tidalkit' } as const;
const emote = (name: string) => ({ provider: 'twitch', id: name, name }) as const;
const sevenTv: EmoteGroup = { service: '7tv', global: false, emotes: [emote('otterHype')] };
const twitch: EmoteGroup = { service: 'twitch', global: true, emotes: [emote('Kappa')] };
const pictures: ChatPictures = {
	decorate: (fragments) => fragments,
	badge: () => undefined,
	emoteGroups: [sevenTv],
	out: ['ffz']
};

function createSupply(loadOwn: () => Promise<OwnEmotes>) {
	return new EmoteSupply({ pictures: () => pictures, loadOwn });
}

test("the platform's own emotes are asked for once, and join those of third parties", async () => {
	let asked = 0;
	const supply = createSupply(async () => {
		asked++;
		return { groups: [twitch], missingScope: 'user:read:emotes' };
	});
	expect(supply.of(channel)).toEqual({ groups: [sevenTv], loading: false, out: ['ffz'] });

	await Promise.all([supply.load(channel), supply.load(channel)]);
	await supply.load(channel);

	expect(asked).toBe(1);
	expect(supply.of(channel)).toEqual({
		groups: [twitch, sevenTv],
		loading: false,
		out: ['ffz'],
		missingScope: 'user:read:emotes'
	});
	expect(supply.names(channel)).toEqual(['otterHype', 'Kappa']);
});

test('after a failure Twitch counts as out until it is asked again', async () => {
	const answers = [Promise.reject(new Error('out')), Promise.resolve({ groups: [twitch] })];
	const supply = createSupply(() => answers.shift() ?? Promise.resolve({ groups: [] }));

	await supply.load(channel);
	expect(supply.of(channel).out).toEqual(['twitch', 'ffz']);
	await supply.load(channel);

	expect(supply.of(channel)).toEqual({ groups: [twitch, sevenTv], loading: false, out: ['ffz'] });
});
