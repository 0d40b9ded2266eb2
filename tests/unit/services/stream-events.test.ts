import { expect, test } from 'vitest';
import { seededRandom } from '#lib/emulator/seeded-random.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import type { EventSubStatus } from '#lib/platforms/twitch/eventsub/status.ts';
import { createKeptSessions, type KeptSessions } from '#lib/services/kept-sessions.ts';
import { StreamEvents } from '#lib/services/stream-events.ts';
import { FakeBrowser, type FakePage } from '#tests/support/fake-browser.ts';
import { fakeNow } from '#tests/support/fake-environment.ts';
import { createStreamerWorld, signIn, type StreamerWorld } from '#tests/support/streamer-world.ts';

type Page = Pick<FakePage, 'ports'> & Partial<FakePage>;

const nothingKept = { load: () => [], save: () => {} };

function openPage(world: StreamerWorld, page: Page | undefined, kept: KeptSessions = nothingKept) {
	const heard: StreamEvent[] = [];
	const statuses: EventSubStatus[] = [];
	const events = new StreamEvents({
		helix: world.helix,
		ports: page?.ports,
		kept,
		onEvent: (event) => heard.push(event),
		onStatus: (status) => statuses.push(status)
	});
	events.open();
	const leave = () => {
		page?.leave?.();
		// The browser closes the sockets of a page that goes.
		events.close();
	};
	return { events, heard, leave, page, status: () => statuses.at(-1)?.state };
}

type OpenedPage = ReturnType<typeof openPage>;

async function openPages(count: number) {
	const world = await createStreamerWorld();
	const browser = new FakeBrowser();
	const pages = Array.from({ length: count }, () => openPage(world, browser.openPage()));
	await world.clock.tickAsync(500);
	const open = () => world.world.journal.list({ path: 'twitch/eventsub' });
	const openSockets = () =>
		open().filter(({ type }) => type === 'socket-open').length -
		open().filter(({ type }) => type === 'socket-close').length;
	return { world, browser, pages, openSockets };
}

const ids = (events: readonly StreamEvent[]) => events.map(({ id }) => id);

/** A follow as EventSub sends it. */
function follow(id: string, at: number): string {
	const user = { user_id: '100101', user_login: 'pixelgull', user_name: 'PixelGull' };
	return JSON.stringify({
		metadata: { message_id: id, message_type: 'notification', message_timestamp: new Date(at).toISOString() },
		payload: { subscription: { type: 'channel.follow' }, event: user }
	});
}

/** A thousand ids in the order of their deliveries: 30 % come again later on, 10 % come late. */
function createDeliveries(): readonly { readonly id: string; readonly at: number }[] {
	const random = seededRandom(5);
	const deliveries = Array.from({ length: 1_000 }, (_, index) => {
		const late = index % 10 === 0;
		return { id: `m${index}`, at: fakeNow + index - (late ? 9 * 60_000 : 0), rank: index + (late ? 180 : 0) };
	});
	const repeated = deliveries
		.filter((_, index) => index % 10 < 3)
		.map((one) => ({ ...one, rank: one.rank + 1 + random() * 400 }));
	return [...deliveries, ...repeated].sort((one, other) => one.rank - other.rank);
}

test('of 1,000 messages with duplicates, late ones, two reconnects and a hand-over each is shown exactly once', async () => {
	const { world, pages } = await openPages(2);
	const [first, second] = pages as [OpenedPage, OpenedPage];
	const deliveries = createDeliveries();
	const quarter = Math.floor(deliveries.length / 4);
	const deliver = async (from: number, to: number, socket = -1) => {
		for (const { id, at } of deliveries.slice(from, to)) world.sockets.at(socket)?.server.send(follow(id, at));
		await world.clock.tickAsync(0);
	};

	await deliver(0, quarter);
	world.world.twitch.requestEventSubReconnect();
	for (const { id, at } of deliveries.slice(quarter, quarter + 50)) world.sockets.at(-1)?.server.send(follow(id, at));
	await world.clock.tickAsync(0);
	await deliver(quarter, 2 * quarter);
	world.sockets.at(-1)?.server.drop();
	await world.clock.tickAsync(2_000);
	await deliver(2 * quarter, 3 * quarter);
	first.leave();
	await world.clock.tickAsync(900);
	const handedOver = second.status();
	await deliver(3 * quarter - 60, deliveries.length);

	expect(deliveries).toHaveLength(1_300);
	expect(world.sockets).toHaveLength(4);
	expect(handedOver).toBe('live');
	expect(ids(second.heard)).toHaveLength(1_000);
	expect(new Set(ids(second.heard)).size).toBe(1_000);
	expect(new Set(ids(first.heard)).size).toBe(first.heard.length);
});

test('five pages share one socket, and each hears what happens once', async () => {
	const { world, pages, openSockets } = await openPages(5);

	world.tell('stream.offline');
	await world.clock.tickAsync(0);

	expect(openSockets()).toBe(1);
	expect(pages.map(({ heard }) => heard.length)).toEqual([1, 1, 1, 1, 1]);
	expect(pages.map(({ status }) => status())).toEqual(Array(5).fill('live'));
});

test('when the page that leads is closed another one hears what happens within a second', async () => {
	const { world, pages, openSockets } = await openPages(3);

	pages[0]?.leave();
	await world.clock.tickAsync(900);
	const told = world.tell('stream.offline');
	await world.clock.tickAsync(0);

	expect(told).toBe(1);
	expect(openSockets()).toBe(1);
	expect(pages.map(({ heard }) => heard.length)).toEqual([0, 1, 1]);
});

test('a page that comes later knows at once how it stands, and what was heard', async () => {
	const { world, browser, pages } = await openPages(1);
	world.sockets.at(-1)?.server.send(follow('m1', fakeNow));
	await world.clock.tickAsync(60_000);

	const late = openPage(world, browser.openPage());
	await world.clock.tickAsync(10);
	const status = late.status();
	pages[0]?.leave();
	await world.clock.tickAsync(900);
	world.sockets.at(-1)?.server.send(follow('m1', fakeNow));
	world.sockets.at(-1)?.server.send(follow('m2', fakeNow));
	await world.clock.tickAsync(0);

	expect(status).toBe('live');
	expect(ids(late.heard)).toEqual(['m2']);
});

test('a leader that is frozen loses the lead, and steps down when it wakes', async () => {
	const { world, pages, openSockets } = await openPages(2);
	const [first, second] = pages;

	first?.page?.freeze?.();
	await world.clock.tickAsync(30_000);
	const taken = second?.events.leading;
	first?.page?.thaw?.();
	await world.clock.tickAsync(1_000);
	world.tell('stream.offline');
	await world.clock.tickAsync(0);

	expect(taken).toBe(true);
	expect(first?.events.leading).toBe(false);
	expect(openSockets()).toBe(1);
	expect(pages.map(({ heard }) => heard.length)).toEqual([1, 1]);
});

test('a leader whose stream is quiet keeps the lead', async () => {
	const { world, pages } = await openPages(2);

	await world.clock.tickAsync(10 * 60_000);

	expect(pages.map(({ events }) => events.leading)).toEqual([true, false]);
	expect(world.sockets).toHaveLength(1);
});

test('what an earlier leader says is not heard', async () => {
	const { world, browser, pages } = await openPages(2);
	const name = `tributary.eventsub.1.${world.helix.credentials.identity.userId}`;
	const stray = browser.openPage().ports.openChannel(name);
	const event = { id: 'old', platform: 'twitch', at: fakeNow, type: 'stream-offline' };

	stray.postMessage({ type: 'said', epoch: 3, message: { type: 'event', event } });
	stray.postMessage({ type: 'said', epoch: 'x', message: { type: 'event', event } });
	stray.postMessage('junk');
	await world.clock.tickAsync(0);

	expect(pages.map(({ heard }) => heard.length)).toEqual([0, 0]);
	expect(pages.map(({ events }) => events.leading)).toEqual([true, false]);
});

test('where a browser has no Web Locks a page leads alone', async () => {
	const world = await createStreamerWorld();
	const page = openPage(world, undefined);
	await world.clock.tickAsync(500);

	world.tell('stream.offline');
	await world.clock.tickAsync(0);

	expect(page.heard).toHaveLength(1);
});

test('what a page left behind makes room for it after a reload', async () => {
	const world = await createStreamerWorld();
	const items = new Map<string, string>();
	const storage = {
		getItem: (key: string) => items.get(key) ?? null,
		setItem: (key: string, value: string) => void items.set(key, value)
	};
	const open = () =>
		openPage(
			world,
			undefined,
			createKeptSessions('100001', () => storage)
		);
	for (let reloads = 0; reloads < 3; reloads++) {
		const page = open();
		await world.clock.tickAsync(300);
		page.leave();
	}

	const page = open();
	await world.clock.tickAsync(700);

	expect(page.status()).toBe('live');
});

test.each(['{', '{"a":1}', '[1]'])('kept sessions that read %s are none', (text) => {
	expect(createKeptSessions('7', () => ({ getItem: () => text, setItem: () => {} })).load()).toEqual([]);
});

test('a page that may hear more than the one that leads takes the lead', async () => {
	const world = await createStreamerWorld([]);
	const browser = new FakeBrowser();
	const before = openPage(world, browser.openPage());
	await world.clock.tickAsync(500);

	const after = openPage({ ...world, ...(await signIn(world, 'tidalkit')) }, browser.openPage());
	await world.clock.tickAsync(1_000);
	world.tell('channel.vip.add', { user_id: '100101', user_login: 'pixelgull', user_name: 'PixelGull' });
	await world.clock.tickAsync(0);

	expect([before, after].map(({ events }) => events.leading)).toEqual([false, true]);
	expect([before, after].map(({ heard }) => heard.map(({ type }) => type))).toEqual([['role'], ['role']]);
});

test('a page that may not use Web Locks leads alone', async () => {
	const world = await createStreamerWorld();
	const { ports } = new FakeBrowser().openPage();
	const request = () => Promise.reject(new DOMException('No locks here.', 'SecurityError'));
	const page = openPage(world, { ports: { ...ports, locks: { request } } });
	await world.clock.tickAsync(500);

	expect(page.events.leading).toBe(true);
	expect(page.status()).toBe('live');
});
