import { expect, test } from 'vitest';
import {
	createSubscription,
	deleteSubscription,
	requestSubscriptions
} from '#lib/platforms/twitch/helix/eventsub-subscriptions.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import { fakeOrigin, type FakeWorld } from '#tests/support/fake-world.ts';
import { createStreamerWorld, signIn } from '#tests/support/streamer-world.ts';

const owner = '100001';
const online = { type: 'stream.online', version: '1', condition: { broadcaster_user_id: owner } };
const follow = {
	type: 'channel.follow',
	version: '2',
	condition: { broadcaster_user_id: owner, moderator_user_id: owner }
};

/** What a client hears on a socket of its own. */
interface Ear {
	readonly frames: readonly Frame[];
	readonly sessionId: () => string;
	readonly closed: () => number | undefined;
	readonly send: (text: string) => void;
	readonly close: () => void;
}

interface Frame {
	readonly metadata: { readonly message_type: string; readonly message_id: string; readonly message_timestamp: string };
	readonly payload: {
		readonly session?: {
			readonly id: string;
			readonly keepalive_timeout_seconds: number | null;
			readonly reconnect_url: string;
		};
		readonly subscription?: { readonly type: string; readonly status: string };
	};
}

async function listen({ environment, clock }: FakeWorld, url?: string): Promise<Ear> {
	const socket = environment.network.openSocket(url ?? `${fakeOrigin.replace('http', 'ws')}/twitch/eventsub`);
	const frames: Frame[] = [];
	let code: number | undefined;
	socket.onmessage = ({ data }) => frames.push(JSON.parse(String(data)) as Frame);
	socket.onclose = (end) => (code = end.code);
	await clock.tickAsync(0);
	return {
		frames,
		sessionId: () =>
			frames.find(({ metadata }) => metadata.message_type === 'session_welcome')?.payload.session?.id ?? '',
		closed: () => code,
		send: (text) => socket.send(text),
		close: () => socket.close()
	};
}

const kinds = ({ frames }: Ear) => frames.map(({ metadata }) => metadata.message_type);
const subscribe = (helix: Helix, ear: Ear, request = online) =>
	createSubscription(helix, { ...request, sessionId: ear.sessionId() });

test('a socket is welcomed with its session, and closed after ten seconds without a subscription', async () => {
	const world = await createStreamerWorld();
	const ear = await listen(world);

	await world.clock.tickAsync(10_000);

	expect(ear.frames[0]?.payload.session).toMatchObject({ keepalive_timeout_seconds: 10, reconnect_url: null });
	expect(ear.frames[0]?.metadata.message_timestamp).toMatch(/^2026-01-01T12:00:00\.\d{9}Z$/);
	expect(ear.closed()).toBe(4003);
});

test('a socket that sends anything is closed', async () => {
	const world = await createStreamerWorld();
	const ear = await listen(world);

	ear.send('hello');
	await world.clock.tickAsync(0);

	expect(ear.closed()).toBe(4001);
});

test.each([
	['', 10],
	['?keepalive_timeout_seconds=30', 30],
	['?keepalive_timeout_seconds=5', 10]
])('with "%s" silence lasts %i seconds at most', async (query, seconds) => {
	const world = await createStreamerWorld();
	const ear = await listen(world, `${fakeOrigin.replace('http', 'ws')}/twitch/eventsub${query}`);
	await subscribe(world.helix, ear);

	await world.clock.tickAsync(seconds * 1_000 - 1);
	const before = kinds(ear).length;
	await world.clock.tickAsync(1);

	expect(before).toBe(1);
	expect(kinds(ear)).toEqual(['session_welcome', 'session_keepalive']);
});

test('a type is heard by whom it is about, once it is subscribed to', async () => {
	const world = await createStreamerWorld();
	const [ear, other] = [await listen(world), await listen(world)];
	await subscribe(world.helix, ear);
	const moss = await signIn(world, 'mosslantern');
	await subscribe(moss.helix, other, { ...online, condition: { broadcaster_user_id: '100002' } });

	const told = world.tell('stream.online', { id: '1', type: 'live', started_at: '2026-01-01T12:00:00Z' });
	await world.clock.tickAsync(0);

	expect(told).toBe(1);
	expect(kinds(ear)).toEqual(['session_welcome', 'notification']);
	expect(kinds(other)).toEqual(['session_welcome']);
});

test('a subscription is refused for a scope, a session, an account, a version or a condition that is wrong', async () => {
	const world = await createStreamerWorld([]);
	const [ear, mossEar] = [await listen(world), await listen(world)];
	const moss = await signIn(world, 'mosslantern');
	await subscribe(moss.helix, mossEar);
	const refusal = (request: object, at = ear) =>
		createSubscription(world.helix, { ...online, sessionId: at.sessionId(), ...request }).catch(
			(error: unknown) => (error as { code: string }).code
		);

	expect(await refusal(follow)).toBe('status_403');
	expect(await refusal({ sessionId: 'gone' })).toBe('status_400');
	expect(await refusal({}, mossEar)).toBe('status_400');
	expect(await refusal({ version: '9' })).toBe('status_400');
	expect(await refusal({ condition: { user_id: owner } })).toBe('status_400');
	expect(await refusal({})).toBeUndefined();
	expect(await refusal({})).toBe('status_409');
});

test('of another channel only its moderators hear what takes a permission', async () => {
	const world = await createStreamerWorld();
	const [mossEar, quietEar] = [await listen(world), await listen(world)];
	const [moss, quiet] = [await signIn(world, 'mosslantern'), await signIn(world, 'quietharbor')];
	const asModerator = (id: string) => ({ ...follow, condition: { broadcaster_user_id: owner, moderator_user_id: id } });

	await subscribe(moss.helix, mossEar, asModerator('100002'));

	await expect(subscribe(quiet.helix, quietEar, asModerator('100003'))).rejects.toMatchObject({ code: 'status_403' });
	await expect(subscribe(quiet.helix, quietEar, asModerator(owner))).rejects.toMatchObject({ code: 'status_403' });
});

test('a fourth socket of an account is refused until one of the others is gone for good', async () => {
	const world = await createStreamerWorld();
	const ears = [await listen(world), await listen(world), await listen(world), await listen(world)] as const;
	for (const ear of ears.slice(0, 3)) await subscribe(world.helix, ear, { ...follow });

	const refused = await subscribe(world.helix, ears[3], online).catch((error: unknown) => error);
	ears[0].close();
	await world.clock.tickAsync(100);
	const stillRefused = await subscribe(world.helix, ears[3], online).catch((error: unknown) => error);
	await world.clock.tickAsync(2_000);
	await subscribe(world.helix, ears[3], online);

	expect(refused).toMatchObject({ code: 'rate_limited' });
	expect(stillRefused).toMatchObject({ code: 'rate_limited' });
});

test('strangers cost a point each, up to ten; who has allowed something costs nothing', async () => {
	const world = await createStreamerWorld();
	const ear = await listen(world);
	const strangers = world.world.twitch.users.filter(({ id }) => id !== owner).slice(0, 11);
	const watch = ({ id }: { readonly id: string }) =>
		subscribe(world.helix, ear, { ...online, condition: { broadcaster_user_id: id } });
	await subscribe(world.helix, ear);

	for (const stranger of strangers.slice(0, 10)) await watch(stranger);

	await expect(watch(strangers[10] ?? { id: '' })).rejects.toMatchObject({ code: 'rate_limited' });
});

test('subscriptions are listed with their session, and deleted by their id', async () => {
	const world = await createStreamerWorld();
	const ear = await listen(world);
	await subscribe(world.helix, ear);
	await subscribe(world.helix, ear, follow);

	const [first] = await requestSubscriptions(world.helix);
	await deleteSubscription(world.helix, first?.id ?? '');
	const left = await requestSubscriptions(world.helix);

	expect(first).toMatchObject({ enabled: true, sessionId: ear.sessionId() });
	expect(left).toHaveLength(1);
	await expect(deleteSubscription(world.helix, first?.id ?? '')).rejects.toMatchObject({ code: 'status_404' });
});

test('who stays after being asked to reconnect is closed after 30 seconds; who moves is heard on both sockets', async () => {
	const world = await createStreamerWorld();
	const [staying, moving] = [await listen(world), await listen(world)];
	for (const ear of [staying, moving]) await subscribe(world.helix, ear, follow);

	world.world.twitch.requestEventSubReconnect();
	await world.clock.tickAsync(0);
	const moved = await listen(world, moving.frames.at(-1)?.payload.session?.reconnect_url);
	world.tell('channel.follow', { user_id: '100101', user_login: 'pixelgull', user_name: 'PixelGull' });
	await world.clock.tickAsync(30_000);

	const told = [moving, moved].map((ear) =>
		ear.frames.find(({ metadata }) => metadata.message_type === 'notification')
	);
	expect(told[0]?.metadata.message_id).toBe(told[1]?.metadata.message_id);
	expect([staying, moving, moved].map((ear) => ear.closed())).toEqual([4004, 4004, undefined]);
	expect((await requestSubscriptions(world.helix)).filter(({ enabled }) => enabled)).toHaveLength(1);
});

test('an address that was used before closes its socket', async () => {
	const world = await createStreamerWorld();

	const ear = await listen(world, `${fakeOrigin.replace('http', 'ws')}/twitch/eventsub?challenge=old&id=x`);

	expect(ear.closed()).toBe(4007);
});

test('who disconnects the app on Twitch ends its subscriptions, by name', async () => {
	const world = await createStreamerWorld();
	const ear = await listen(world);
	await subscribe(world.helix, ear);

	world.world.twitch.revokeGrants('tidalkit');
	await world.clock.tickAsync(0);

	expect(ear.frames.at(-1)?.payload.subscription).toMatchObject({
		type: 'stream.online',
		status: 'authorization_revoked'
	});
	expect(world.tell('stream.online')).toBe(0);
});

test('what chat tells of, EventSub tells too', async () => {
	const world = await createStreamerWorld();
	const told: string[] = [];
	world.world.twitch.onNotification(({ type }) => told.push(type));
	const at = { channel: 'tidalkit', login: 'pixelgull' };

	world.world.twitch.notice({ ...at, type: 'sub' });
	world.world.twitch.notice({ ...at, type: 'resub', months: 3 });
	world.world.twitch.notice({ ...at, type: 'submysterygift', recipientLogins: ['gannetgoblin', 'barnaclebytes'] });
	world.world.twitch.notice({ ...at, type: 'raid', viewers: 3 });
	world.world.twitch.say({ ...at, text: 'Cheer100', bits: 100 });

	expect(told.filter((type) => !type.startsWith('channel.goal') && !type.startsWith('channel.hype_train'))).toEqual([
		'channel.subscribe',
		'channel.subscription.message',
		'channel.subscription.gift',
		'channel.subscribe',
		'channel.subscribe',
		'channel.raid',
		'channel.cheer',
		'channel.bits.use'
	]);
});
