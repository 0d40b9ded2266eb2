import { expect, test } from 'vitest';
import { requestCategory, searchCategories } from '#lib/platforms/twitch/helix/categories.ts';
import { isTag, requestStreamInformation, updateStreamInformation } from '#lib/platforms/twitch/helix/channels.ts';
import { requestContentLabels } from '#lib/platforms/twitch/helix/content-labels.ts';
import { requestStream, requestStreams } from '#lib/platforms/twitch/helix/streams.ts';
import { createStreamer } from '#tests/support/streamer.ts';
import { answer, createHelix } from './helix-fixture.ts';

const scope = 'channel:manage:broadcast';
const seeded = {
	title: 'Building a lighthouse keeper game, day 12',
	category: { id: '1469308723', name: 'Software and Game Development' },
	tags: ['GameDev', 'Cozy', 'English'],
	language: 'en',
	labels: [],
	branded: false
};

test('what a channel says is read, and everything of it can be changed', async () => {
	const { helix } = await createStreamer({ scopes: [scope] });
	const category = { id: '900004', name: 'Kelp & Kin' };

	expect(await requestStreamInformation(helix, '100001')).toEqual(seeded);
	await updateStreamInformation(helix, '100001', {
		title: 'Kelp night',
		category,
		tags: ['Cozy'],
		language: 'de',
		labels: { Gambling: true, SexualThemes: false },
		branded: true
	});

	expect(await requestStreamInformation(helix, '100001')).toEqual({
		title: 'Kelp night',
		category,
		tags: ['Cozy'],
		language: 'de',
		labels: ['Gambling'],
		branded: true
	});
});

test('what is not changed stays, and a category and the tags can be taken away', async () => {
	const { helix } = await createStreamer({ scopes: [scope] });

	await updateStreamInformation(helix, '100001', { category: null, tags: [] });

	expect(await requestStreamInformation(helix, '100001')).toEqual({ ...seeded, category: null, tags: [] });
});

test('a change of nothing is not sent', async () => {
	const { helix, calls } = createHelix([]);

	await expect(updateStreamInformation(helix, '1', {})).rejects.toMatchObject({ code: 'nothing_to_change' });
	expect(calls).toEqual([]);
});

test.each([
	['Speedrun', true],
	['日本語', true],
	['x'.repeat(25), true],
	['x'.repeat(26), false],
	['two words', false],
	['a-b', false],
	['', false]
])('"%s" can be a tag: %s', (text, expected) => {
	expect(isTag(text)).toBe(expected);
});

test('categories are found with what names their pictures', async () => {
	const { helix } = await createStreamer({ scopes: [] });

	expect(await searchCategories(helix, 'harbor')).toEqual([
		{ id: '900005', name: 'Harbor Haul 3', artId: '900005_IGDB' }
	]);
	expect(await requestCategory(helix, '27284')).toEqual({ id: '27284', name: 'Retro', artId: '27284' });
	expect(await requestCategory(helix, '5')).toBeUndefined();
});

test.each([
	'https://evil.invalid/7-52x72.jpg?x=.png',
	'https://evil.invalid/ttv-boxart/8-52x72.jpg',
	'javascript:7-1.jpg'
])('a picture from "%s" is none', async (box_art_url) => {
	const { helix } = createHelix([answer(200, { data: [{ id: '7', name: 'x', box_art_url }] })]);

	expect(await searchCategories(helix, 'x')).toEqual([{ id: '7', name: 'x' }]);
});

test('the label that follows from the category is not offered', async () => {
	const { helix } = await createStreamer({ scopes: [] });

	const labels = await requestContentLabels(helix);

	expect(labels.map(({ id }) => id)).toContain('Gambling');
	expect(labels.map(({ id }) => id)).not.toContain('MatureGame');
});

test('a channel on the air is told with its viewers, one that is off it not', async () => {
	const { helix, emulator } = await createStreamer({ scopes: [] });

	expect(await requestStream(helix, '100001')).toEqual({
		id: '40000001',
		person: { userId: '100001', login: 'tidalkit', displayName: 'TidalKit' },
		title: seeded.title,
		category: seeded.category,
		tags: seeded.tags,
		language: 'en',
		viewers: 214,
		startedAt: Date.UTC(2026, 0, 1, 10, 37)
	});
	emulator.setLive('tidalkit', false);
	expect(await requestStream(helix, '100001')).toBeUndefined();
	expect((await requestStreams(helix, ['100001', '100002'])).map(({ viewers }) => viewers)).toEqual([58]);
});
