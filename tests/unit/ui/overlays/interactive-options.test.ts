import { expect, test } from 'vitest';
import { parseInteractiveOptions } from '#lib/ui/overlays/interactive/interactive-options.ts';
import { interactiveOverlayUrl } from '#lib/ui/overlays/interactive/interactive-overlay-url.ts';

const origin = 'https://tributary.example';

function parse(query: string) {
	return parseInteractiveOptions(new URLSearchParams(query), origin);
}

test('the channel is named by a login, a user ID or a room, and everything else has a default', () => {
	for (const [query, channel] of [
		['channel=TidalKit', 'TidalKit'],
		['twitch=tidalkit', 'tidalkit'],
		['theta=usr7_live', 'theta:usr7_live'],
		['channel=twitch:12', 'twitch:12'],
		['channel=%2012%20', '12']
	] as const)
		expect(parse(query)).toEqual({
			channel,
			invalidChannel: false,
			board: true,
			grid: 'large',
			scale: 1,
			position: 'bottom-left',
			presses: 5,
			fadeSeconds: 6,
			votes: true,
			mean: true,
			images: true,
			volume: 1,
			preview: false
		});
});

test('what cannot be a channel is not asked for', () => {
	for (const name of ['../../x', 'a b', '<b>', 'other:12', 'x'.repeat(80), 'twitch:a?watch=0'])
		expect(parse(`channel=${encodeURIComponent(name)}`)).toMatchObject({ invalidChannel: true });
	expect(parse('channel=')).not.toHaveProperty('channel');
});

test('each part can be put elsewhere, made larger or left out', () => {
	expect(
		parse(
			'channel=a&board=false&presses=0&votes=0&mean=false&images=0&sound=false&position=top-right&scale=1.5&grid=small'
		)
	).toMatchObject({
		board: false,
		presses: 0,
		votes: false,
		mean: false,
		images: false,
		volume: 0,
		position: 'top-right',
		scale: 1.5,
		grid: 'small'
	});
	expect(parse('channel=a&presses=12&fade=30&volume=40&width=1200')).toMatchObject({
		presses: 12,
		fadeSeconds: 30,
		volume: 0.4,
		width: 1_200
	});
});

test('what is out of bounds counts as absent', () => {
	const hostile = 'scale=1e9&width=-5&presses=99999&fade=0&position=__proto__&grid=constructor&volume=900';

	expect(parse(`channel=a&${hostile}`)).toEqual(parse('channel=a'));
});

test('a game is a page elsewhere, on this machine, or one of our own games', () => {
	const games = ['https://game.example/play?level=2', 'http://localhost:3000/', 'http://127.0.0.1:3000/'];
	for (const url of games)
		expect(parse(`channel=a&game=${encodeURIComponent(url)}`).game).toEqual({
			url,
			origin: new URL(url).origin,
			own: false
		});
	expect(parse('channel=a&game=/games/hopper.html').game).toEqual({
		url: `${origin}/games/hopper.html`,
		origin,
		own: true
	});
});

test('no other page of ours, no other scheme and no password goes into the frame', () => {
	const hostile = [
		'javascript:alert(1)',
		'data:text/html,<script>1</script>',
		'http://game.example/',
		'https://user:secret@game.example/',
		'/panel',
		'/games/../panel',
		`${origin}/overlay/chat`,
		'blob:https://tributary.example/1',
		'//',
		`https://game.example/${'x'.repeat(600)}`
	];

	for (const game of hostile) expect(parse(`channel=a&game=${encodeURIComponent(game)}`)).not.toHaveProperty('game');
});

test('the address that is copied is read back as what was chosen', () => {
	const choice = { position: 'top-right', board: false, game: 'https://game.example/a?b=c&d' } as const;

	const url = new URL(interactiveOverlayUrl(origin, 'twitch:12', choice, { preview: true }));

	expect(parseInteractiveOptions(url.searchParams, origin)).toMatchObject({
		channel: 'twitch:12',
		position: 'top-right',
		board: false,
		preview: true,
		game: { url: choice.game }
	});
	expect(interactiveOverlayUrl(origin, 'twitch:12', { position: 'bottom-left', board: true, game: '' })).toBe(
		'https://tributary.example/overlay/interactive?channel=twitch:12'
	);
});
