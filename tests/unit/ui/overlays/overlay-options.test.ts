import { expect, test } from 'vitest';
import { parseOverlayOptions } from '#lib/ui/overlays/overlay-options.ts';

function parse(query: string) {
	return parseOverlayOptions(new URLSearchParams(query));
}

test('both platforms are named in one address', () => {
	expect(parse('twitch=Otter&theta=usrSeal1').channels).toEqual([
		{ platform: 'twitch', key: 'otter' },
		{ platform: 'theta', key: 'usrSeal1' }
	]);
});

test("jChat's channel is a Twitch login, and the same channel counts once", () => {
	expect(parse('channel=otter').channels).toEqual([{ platform: 'twitch', key: 'otter' }]);
	expect(parse('channel=otter&twitch=OTTER').channels).toHaveLength(1);
});

test('several channels may be listed, five at most', () => {
	expect(parse('twitch=a,b&twitch=c').channels.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
	expect(parse('twitch=a,b,c,d,e,f,g').channels).toHaveLength(5);
});

test.each(['twitch=bad%20name', 'channel=%3Cscript%3E', 'theta=chat.*', 'theta=a,b:c', `twitch=${'x'.repeat(26)}`])(
	'%s is told apart from an address without a channel',
	(query) => {
		expect(parse(query).invalidChannel).toBe(true);
		expect(parse('').invalidChannel).toBe(false);
	}
);

test.each([
	['size=1', 20],
	['size=3', 48],
	['size=64', 64],
	['size=9', undefined],
	['size=129', undefined],
	['size=40px;color:red', undefined],
	['size=1e3', undefined],
	['', undefined]
])('%s asks for the size %s', (query, size) => {
	expect(parse(query).fontSize).toBe(size);
});

test.each([
	['fade=true', 30],
	['fade=12.5', 12.5],
	['fade=0', undefined],
	['fade=false', undefined],
	['fade=99999', undefined]
])('%s lets lines go after %s seconds', (query, seconds) => {
	expect(parse(query).fadeSeconds).toBe(seconds);
});

test('switches are on or off, and anything else is off', () => {
	const on = parse('hide_commands=true&hide_badges=1&bots=false&small_caps=true&animate=1');
	const odd = parse('hide_commands=yes&hide_badges=&bots=maybe&small_caps=2&animate=%3Cb%3E');

	expect(on).toMatchObject({ hideCommands: true, hideBadges: true, hideBots: true, smallCaps: true, animate: true });
	expect(odd).toMatchObject({
		hideCommands: false,
		hideBadges: false,
		hideBots: false,
		smallCaps: false,
		animate: false,
		history: false
	});
});

test('a face that is not in the list is the default face', () => {
	expect(parse('font=mono').font).toBe('mono');
	expect(parse('font=url(https://evil.invalid)').font).toBe('inter');
});

test('outline and shadow stay within bounds', () => {
	expect(parse('stroke=4&shadow=0')).toMatchObject({ stroke: 4, shadow: 0 });
	expect(parse('stroke=400&shadow=-1')).toMatchObject({ stroke: 2, shadow: 1 });
});

test('removed messages are hidden unless the address has them struck', () => {
	expect(parse('removed=strike').removed).toBe('strike');
	expect(parse('removed=hide').removed).toBe('hide');
	expect(parse('removed=show').removed).toBe('hide');
	expect(parse('').removed).toBe('hide');
});
