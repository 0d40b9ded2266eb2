import { expect, test } from 'vitest';
import { ConnectionError } from '#lib/model/errors.ts';
import { Emitter } from '#lib/model/emitter.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import type { RoomState } from '#lib/model/chat.ts';
import { requestChatModes } from '#lib/platforms/twitch/helix/chat-settings.ts';
import { requestShieldMode } from '#lib/platforms/twitch/helix/shield-mode.ts';
import { ChatModesState } from '#lib/state/chat-modes.svelte.ts';
import { Panic } from '#lib/state/panic.svelte.ts';
import { ShieldState } from '#lib/state/shield.svelte.ts';
import { createKeptStorage } from '#tests/support/kept-storage.ts';
import { createStreamer, type StreamerOptions } from '#tests/support/streamer.ts';

/** A panic button whose storage outlives a page; `reopen` is the page after a reload. */
async function createPanic(options: StreamerOptions = {}) {
	const streamer = await createStreamer(options);
	const { helix, broadcasterId } = streamer;
	const { clock } = helix.environment;
	const storage = createKeptStorage();
	const room = {
		helix,
		broadcasterId,
		streamer: helix.credentials.identity,
		events: new Emitter<StreamEvent>(),
		roomStates: new Emitter<Partial<RoomState>>()
	};
	const reopen = () => {
		const modes = new ChatModesState(room, clock);
		const panic = new Panic({ room, modes, shield: new ShieldState(room, clock), storage: () => storage, clock });
		panic.open();
		return { panic, modes };
	};
	const now = async () => {
		const { slowSeconds, followersOnlyMinutes } = await requestChatModes(helix, broadcasterId);
		const { active } = await requestShieldMode(helix, broadcasterId);
		return { slowSeconds, followersOnlyMinutes, shield: active };
	};
	return { ...streamer, room, reopen, now, ...reopen() };
}

test('one press switches all three, a second does nothing more, and after a reload one brings back what was before', async () => {
	const { panic, modes, now, reopen, calls } = await createPanic();
	await modes.change({ slowSeconds: 5 });
	const before = await now();

	await Promise.all([panic.start(), panic.start()]);
	const during = await now();
	const later = reopen().panic;
	const known = later.switched;
	await later.undo();

	expect(during).toEqual({ slowSeconds: 30, followersOnlyMinutes: 10, shield: true });
	expect(known).toEqual(['modes', 'shield']);
	expect(await now()).toEqual(before);
	expect(later.switched).toEqual([]);
	expect(calls.filter((call) => call.startsWith('PUT'))).toHaveLength(2);
});

test('modes that are stricter stay, and shield mode that was on is on after the undo', async () => {
	const { panic, modes, now, helix, broadcasterId, room } = await createPanic();
	await modes.change({ slowSeconds: 120, followersOnlyMinutes: 1_440 });
	await new ShieldState(room, helix.environment.clock).switch(true);
	const before = await now();

	await panic.start();
	const during = await now();
	await panic.undo();

	expect(during).toEqual(before);
	expect(await now()).toEqual(before);
	expect((await requestChatModes(helix, broadcasterId)).emoteOnly).toBe(false);
});

test('what was refused is told and not undone, what was done is', async () => {
	const { panic, now } = await createPanic({
		intercept: ({ method, url }) =>
			method === 'PUT' && url.includes('shield') ? Response.json({ message: 'No.' }, { status: 403 }) : undefined
	});

	await panic.start();
	const { switched, problems } = panic;
	await panic.undo();

	expect(switched).toEqual(['modes']);
	expect(problems).toEqual({ shield: expect.objectContaining({ code: 'status_403' }) });
	expect(await now()).toEqual({ slowSeconds: 0, followersOnlyMinutes: -1, shield: false });
	expect(panic.switched).toEqual([]);
});

test('a piece whose answer was lost is told as uncertain, stays undoable, and trying again keeps what was there at first', async () => {
	let lost = true;
	const { panic, now } = await createPanic({
		intercept: ({ method }) => (method === 'PATCH' && lost ? new Response(null, { status: 503 }) : undefined)
	});

	await panic.start();
	const unknown = { switched: panic.switched, uncertain: panic.uncertain, problem: panic.problems.modes };
	lost = false;
	await panic.start();
	const certain = panic.uncertain;
	const during = await now();
	await panic.undo();

	expect(unknown).toEqual({
		switched: ['modes', 'shield'],
		uncertain: ['modes'],
		problem: expect.any(ConnectionError)
	});
	expect(certain).toEqual([]);
	expect(during.slowSeconds).toBe(30);
	expect(await now()).toEqual({ slowSeconds: 0, followersOnlyMinutes: -1, shield: false });
});

test('what cannot be brought back can be tried again', async () => {
	let failing = false;
	const { panic, now } = await createPanic({
		intercept: ({ method }) => (method === 'PUT' && failing ? new Response(null, { status: 429 }) : undefined)
	});
	await panic.start();
	failing = true;

	await panic.undo();
	const left = panic.switched;
	failing = false;
	await panic.undo();

	expect(left).toEqual(['shield']);
	expect(panic.switched).toEqual([]);
	expect((await now()).shield).toBe(false);
});

test('after an hour nothing is brought back any more', async () => {
	const { panic, clock, reopen } = await createPanic();
	await panic.start();

	await clock.tickAsync(59 * 60_000);
	const within = reopen().panic.switched;
	await clock.tickAsync(60_000);

	expect(within).toEqual(['modes', 'shield']);
	expect(panic.switched).toEqual([]);
	expect(reopen().panic.switched).toEqual([]);
});
