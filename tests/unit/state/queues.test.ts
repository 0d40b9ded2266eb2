import { expect, test } from 'vitest';
import { Emitter } from '#lib/model/emitter.ts';
import type { Person } from '#lib/model/person.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import type { ControlRoom } from '#lib/state/control-room.svelte.ts';
import { holdMs } from '#lib/state/held-messages.svelte.ts';
import { Queues } from '#lib/state/queues.svelte.ts';
import { adaptClock, fakeNow } from '#tests/support/fake-environment.ts';
import { createKeptStorage } from '#tests/support/kept-storage.ts';
import { createClock } from '@sinonjs/fake-timers';

const person = (login: string): Person => ({ userId: login.length.toString(), login, displayName: login });
const [bo, harbor] = [person('bo'), person('harborwarden')];
const stamp = { id: 'e', platform: 'twitch', at: fakeNow } as const;
const held = (messageId: string, more: Partial<StreamEvent> = {}): StreamEvent =>
	({
		...stamp,
		type: 'held-message',
		messageId,
		person: bo,
		text: 'rude',
		category: 'swearing',
		level: 3,
		...more
	}) as StreamEvent;
const resolved = (messageId: string): StreamEvent => ({
	...stamp,
	type: 'held-message-resolved',
	messageId,
	status: 'denied',
	by: harbor
});

function open({ storage = createKeptStorage(), owner = '1' } = {}) {
	const clock = createClock(fakeNow);
	const events = new Emitter<StreamEvent>();
	const room = { events, gaps: new Emitter<void>(), allows: () => false } as unknown as ControlRoom;
	const queues = new Queues(room, () => storage, adaptClock(clock));
	const stop = queues.follow(owner);
	return { queues, clock, storage, stop, tell: (event: StreamEvent) => events.emit(event) };
}

const waiting = ({ queues }: ReturnType<typeof open>) => queues.held.waiting.map(({ messageId }) => messageId);

test('held messages wait, the longest waiting first, each once', () => {
	const panel = open();

	for (const id of ['a', 'b', 'a']) panel.tell(held(id));

	expect(waiting(panel)).toEqual(['a', 'b']);
	expect(panel.queues.open).toBe(2);
});

test('what was decided elsewhere waits no longer, and it is told who decided how', () => {
	const panel = open();
	panel.tell(held('a'));

	panel.tell(resolved('a'));

	expect(waiting(panel)).toEqual([]);
	expect(panel.queues.held.settled).toMatchObject([{ messageId: 'a', status: 'denied', by: 'harborwarden' }]);
});

test('a message whose decision was heard of first never waits', () => {
	const panel = open();

	panel.tell(resolved('a'));
	panel.tell(held('a'));

	expect(waiting(panel)).toEqual([]);
});

test('a reload keeps what waits; another account does not see it', () => {
	const before = open();
	before.tell(held('a'));

	expect(waiting(open({ storage: before.storage }))).toEqual(['a']);
	expect(waiting(open({ storage: before.storage, owner: '2' }))).toEqual([]);
});

test('a message that waited five minutes is expired, told or not', () => {
	const panel = open();
	panel.tell(held('a'));

	panel.clock.tick(holdMs + 10_000);

	expect(waiting(panel)).toEqual([]);
	expect(panel.queues.held.settled).toMatchObject([{ messageId: 'a', status: 'expired' }]);
});

test('no more than 200 messages are kept', () => {
	const panel = open();

	for (let index = 0; index < 230; index++) panel.tell(held(String(index)));

	expect(panel.queues.held.waiting).toHaveLength(200);
	expect(waiting(panel).at(-1)).toBe('229');
});

test('a decision is sent once, however often it is asked for', async () => {
	const panel = open();
	panel.tell(held('a'));
	const [message] = panel.queues.held.waiting;
	if (!message) throw new Error('Nothing waits.');
	let sent = 0;
	const decision = { status: 'approved', by: harbor, request: async () => void sent++ } as const;

	const outcomes = await Promise.all([
		panel.queues.held.decide(message, decision),
		panel.queues.held.decide(message, decision)
	]);

	expect([outcomes, sent]).toEqual([[true, false], 1]);
	expect(panel.queues.held.settled).toMatchObject([{ status: 'approved', by: 'harborwarden' }]);
});

test('a decision that failed leaves the message waiting', async () => {
	const panel = open();
	panel.tell(held('a'));
	const [message] = panel.queues.held.waiting;
	if (!message) throw new Error('Nothing waits.');

	const failing = panel.queues.held.decide(message, {
		status: 'denied',
		request: () => Promise.reject(new Error('x'))
	});

	await expect(failing).rejects.toThrow('x');
	expect([waiting(panel), panel.queues.held.deciding]).toEqual([['a'], []]);
});

test('an event that was made up waits for nobody', () => {
	const panel = open();

	panel.tell(held('a', { simulated: true }));

	expect(panel.queues.open).toBe(0);
});

test('after the account has gone nothing is heard any more', () => {
	const panel = open();

	panel.stop();
	panel.tell(held('a'));

	expect(panel.queues.open).toBe(0);
});

const spoken = (messageId: string, at: number): StreamEvent => ({
	...stamp,
	at,
	type: 'suspicious-message',
	messageId,
	person: bo,
	text: messageId,
	treatment: 'active_monitoring'
});

test('of a suspicious viewer the last three lines are kept, and the newest word on the treatment holds', () => {
	const { queues, tell } = open();

	for (const [index, id] of ['a', 'b', 'c', 'd', 'c'].entries()) tell(spoken(id, fakeNow + index));
	tell({ ...stamp, at: fakeNow + 10, type: 'suspicious-user', person: bo, treatment: 'restricted' });
	tell(spoken('late', fakeNow - 1));

	expect(queues.suspicious.list).toHaveLength(1);
	expect(queues.suspicious.list[0]?.lines.map(({ text }) => text)).toEqual(['d', 'c', 'b']);
	expect(queues.suspicious.list[0]?.treatment).toBe('restricted');
	queues.suspicious.forget(bo);
	expect(queues.suspicious.list).toEqual([]);
});

test('a warning is listed once and shows that it was acknowledged', () => {
	const { queues, tell } = open();
	queues.warnings.add({ person: bo, reason: 'be kind', by: 'Ada', at: fakeNow, acknowledged: false });

	tell({ ...stamp, at: fakeNow + 900, type: 'warning', person: bo, by: harbor, reason: 'be kind' });
	tell({ ...stamp, at: fakeNow + 90_000, type: 'warning-acknowledged', person: bo });
	tell({ ...stamp, at: fakeNow + 99_000, type: 'warning', person: bo, by: harbor, reason: 'be kind' });

	expect(queues.warnings.list.map(({ by, acknowledged }) => [by, acknowledged])).toEqual([
		['harborwarden', false],
		['Ada', true]
	]);
});
