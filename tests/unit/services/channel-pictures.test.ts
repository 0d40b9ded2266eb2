import type { PictureService, PictureSet } from '#lib/model/chat-pictures.ts';
import { ProtocolError } from '#lib/model/errors.ts';
import type { Fragment } from '#lib/model/fragment.ts';
import type { PictureNewsListener, PictureSource } from '#lib/platforms/picture-source.ts';
import { ChannelPictures } from '#lib/services/channel-pictures.ts';
import { createMemoryStorage, type Storage } from '#lib/services/storage.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';
import { expect, test } from 'vitest';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** A source whose answer is the list of its emotes' names. */
class TestSource implements PictureSource {
	readonly service: PictureService;
	readonly key: string;
	readonly global: boolean;
	answer: () => unknown;
	requests = 0;

	constructor(service: PictureService, answer: () => unknown, { global = true } = {}) {
		this.service = service;
		this.key = `${service}/${global}`;
		this.global = global;
		this.answer = answer;
	}

	async request(): Promise<unknown> {
		this.requests++;
		return this.answer();
	}

	readonly news = {
		topicOf: () => this.topic,
		follow: (topic: string, listener: PictureNewsListener) => {
			this.listeners.set(topic, listener);
			return () => void this.listeners.delete(topic);
		}
	};
	readonly listeners = new Map<string, PictureNewsListener>();
	topic: string | undefined;

	decode(answer: unknown): PictureSet {
		if (!Array.isArray(answer)) throw new ProtocolError('malformed_answer', 'No list.');
		return { emotes: answer.map((name: string) => ({ provider: 'bttv', id: `${this.key}-${name}`, name })) };
	}
}

function open(sources: readonly TestSource[], storage?: Storage) {
	const { environment, clock } = createFakeEnvironment();
	const outs: (readonly PictureService[])[] = [];
	const onOut = (out: readonly PictureService[]) => outs.push(out);
	const pictures = new ChannelPictures(sources, { environment, onOut, ...(storage && { storage }) });
	const emotesIn = (text: string) =>
		pictures
			.decorate([{ type: 'text', text }])
			.flatMap((one: Fragment) => (one.type === 'emote' ? [one.emote.id] : []));
	return { pictures, clock, outs, emotesIn };
}

function fail(): never {
	throw new Error('out');
}

test('a source that fails or lies takes nothing from the others', async () => {
	const sources = [
		new TestSource('7tv', fail),
		new TestSource('ffz', () => '<html>'),
		new TestSource('bttv', () => ['nod'])
	];
	const { clock, emotesIn } = open(sources);

	await clock.tickAsync(0);

	expect(emotesIn('nod')).toEqual(['bttv/true-nod']);
});

test('before anything has come, text stays what it is', () => {
	const { pictures } = open([new TestSource('7tv', () => ['nod'])]);
	const fragments: Fragment[] = [{ type: 'text', text: 'nod' }];

	expect(pictures.decorate(fragments)).toBe(fragments);
});

test('a service is out while its global answer fails, and back when it comes', async () => {
	const source = new TestSource('7tv', fail);
	const { clock, outs, emotesIn } = open([source]);
	await clock.tickAsync(0);
	expect(outs).toEqual([['7tv']]);

	source.answer = () => ['nod'];
	await clock.tickAsync(minuteMs);

	expect(outs).toEqual([['7tv'], []]);
	expect(emotesIn('nod')).toHaveLength(1);
});

test('a channel that a service does not know is no outage', async () => {
	const { clock, outs } = open([
		new TestSource('bttv', fail, { global: false }),
		new TestSource('ffz', () => undefined)
	]);

	await clock.tickAsync(minuteMs);

	expect(outs).toEqual([]);
});

test('a source that stays out is asked ever more rarely', async () => {
	const source = new TestSource('7tv', fail);
	const { clock } = open([source]);

	await clock.tickAsync(60 * minuteMs);

	expect(source.requests).toBeGreaterThan(6);
	expect(source.requests).toBeLessThan(20);
});

test('what has come is asked for again within the hour, and new emotes replace old ones', async () => {
	const source = new TestSource('7tv', () => ['old']);
	const { clock, emotesIn } = open([source]);
	await clock.tickAsync(0);

	source.answer = () => ['new'];
	await clock.tickAsync(60 * minuteMs);

	expect(emotesIn('old new')).toEqual(['7tv/true-new']);
});

test.each([
	['six days', 6, ['7tv/true-nod']],
	['eight days', 8, []]
])('what was kept %s ago when its source is out', async (_, days, shown) => {
	const storage = createMemoryStorage();
	const { clock } = createFakeEnvironment();
	await storage.save('7tv/true', { savedAt: clock.now - days * dayMs, answer: ['nod'] });

	const opened = open([new TestSource('7tv', fail)], storage);
	await opened.clock.tickAsync(0);

	expect(opened.emotesIn('nod')).toEqual(shown);
});

test('what is kept in another shape is as good as nothing', async () => {
	const storage = createMemoryStorage();
	await storage.save('7tv/true', { savedAt: 'yesterday' });
	const { clock, emotesIn } = open([new TestSource('7tv', () => ['nod'])], storage);

	await clock.tickAsync(0);

	expect(emotesIn('nod')).toEqual(['7tv/true-nod']);
	expect(await storage.load('7tv/true')).toMatchObject({ answer: ['nod'] });
});

test('after closing nothing is asked for, and nothing changes', async () => {
	let give: (answer: unknown) => void = () => undefined;
	const source = new TestSource('7tv', () => new Promise((resolve) => (give = resolve)));
	const { pictures, clock, outs, emotesIn } = open([source]);
	await clock.tickAsync(0);

	pictures.close();
	give(['nod']);
	await clock.tickAsync(dayMs);

	expect([source.requests, outs, emotesIn('nod')]).toEqual([1, [], []]);
	expect(clock.countTimers()).toBe(0);
});

test('a change that is told shows at once, and outlives nothing that is read later', async () => {
	const source = new TestSource('7tv', () => ['nod']);
	source.topic = 'SET1';
	const { clock, emotesIn, pictures } = open([source]);
	await clock.tickAsync(0);
	expect(pictures.emoteGroups).toBe(pictures.emoteGroups);

	const added = [{ provider: '7tv', id: 'new', name: 'wave' }] as const;
	source.listeners.get('SET1')?.onChange({ added, removed: ['7tv/true-nod'], renamed: [] });
	expect(emotesIn('nod wave')).toEqual(['new']);
	expect(pictures.emoteGroups.map(({ emotes }) => emotes.map(({ name }) => name))).toEqual([['wave']]);

	await clock.tickAsync(60 * minuteMs);
	expect(emotesIn('nod wave')).toEqual(['7tv/true-nod']);
});

test('what may have been missed is read within seconds', async () => {
	const source = new TestSource('7tv', () => ['nod']);
	source.topic = 'SET1';
	const { clock } = open([source]);
	await clock.tickAsync(0);

	source.listeners.get('SET1')?.onMissed();
	await clock.tickAsync(6_000);

	expect(source.requests).toBe(2);
});

test('a channel that changes its set is followed there, and a closed one nowhere', async () => {
	const source = new TestSource('7tv', () => ['nod']);
	source.topic = 'SET1';
	const { clock, pictures } = open([source]);
	await clock.tickAsync(0);

	source.topic = 'SET2';
	await clock.tickAsync(60 * minuteMs);
	expect([...source.listeners.keys()]).toEqual(['SET2']);
	pictures.close();

	expect(source.listeners.size).toBe(0);
});
