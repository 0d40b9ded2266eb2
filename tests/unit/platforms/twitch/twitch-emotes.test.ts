import { loadTwitchEmotes } from '#lib/platforms/twitch/twitch-emotes.ts';
import { expect, test } from 'vitest';
import { answer, createHelix } from './helix/helix-fixture.ts';

const list = (names: readonly string[], rest: object = {}) =>
	answer(200, { data: names.map((name) => ({ id: `id_${name}`, name, ...rest })), template: '', pagination: {} });

function load(answers: readonly Response[], scopes: readonly string[], channelKey = 'ada') {
	const { helix, calls } = createHelix(answers, scopes);
	return { emotes: loadTwitchEmotes({ ...helix, channelKey }), calls };
}

test('with its leave, every page of what the account may write is read', async () => {
	const first = answer(200, { data: [{ id: '25', name: 'Kappa', owner_id: '' }], pagination: { cursor: 'two' } });
	const { emotes, calls } = load([first, list(['adaWave'], { owner_id: '7' })], ['user:read:emotes']);

	const { groups, missingScope } = await emotes;

	expect(calls.map(({ call }) => call)).toEqual([
		'GET /chat/emotes/user?user_id=7&broadcaster_id=7',
		'GET /chat/emotes/user?user_id=7&broadcaster_id=7&after=two'
	]);
	expect(groups.map(({ global, emotes: [one] }) => [global, one?.name])).toEqual([
		[false, 'adaWave'],
		[true, 'Kappa']
	]);
	expect(missingScope).toBeUndefined();
});

test("without leave, the channel's and the global ones come, and what to ask for", async () => {
	const owner = answer(200, { data: [{ id: '100001' }] });
	const { emotes, calls } = load([owner, list(['tidalkWave']), list(['Kappa'])], ['chat:read'], 'tidalkit');

	const { groups, missingScope } = await emotes;

	expect(calls.map(({ call }) => call)).toEqual([
		'GET /users?login=tidalkit',
		'GET /chat/emotes?broadcaster_id=100001',
		'GET /chat/emotes/global'
	]);
	expect(groups.map(({ global, emotes: [one] }) => [global, one?.name])).toEqual([
		[false, 'tidalkWave'],
		[true, 'Kappa']
	]);
	expect(missingScope).toBe('user:read:emotes');
});

test('a leave that was taken back is as good as none', async () => {
	const refused = answer(401, { message: 'Missing scope: user:read:emotes' });
	const { emotes } = load([refused, list([]), list(['Kappa'])], ['user:read:emotes']);

	expect((await emotes).missingScope).toBe('user:read:emotes');
});

test('wrong entries are left out one by one; another shape is refused', async () => {
	const entries = [{ id: '../1', name: 'a' }, { id: '1', name: 'two words' }, { id: 2, name: 'b' }, 7];
	const mixed = answer(200, { data: [...entries, { id: '3', name: 'good', owner_id: '9' }] });

	expect((await load([mixed], ['user:read:emotes']).emotes).groups).toMatchObject([
		{ emotes: [{ provider: 'twitch', id: '3', name: 'good' }] }
	]);
	await expect(load([answer(200, { emotes: [] })], ['user:read:emotes']).emotes).rejects.toThrow('unknown shape');
});

test('pages that never end are not read for ever', async () => {
	const entry = { id: '1', name: 'Kappa' };
	const endless = Array.from({ length: 300 }, (_, page) =>
		answer(200, { data: [entry], pagination: { cursor: String(page) } })
	);
	const { emotes, calls } = load(endless, ['user:read:emotes']);

	await emotes;

	expect(calls.length).toBe(200);
});
