import { helixError, jsonAnswer } from '../answers.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import { tellRaid } from '../eventsub/chat-events.ts';
import type { Room } from '../irc/room.ts';
import { SlidingWindow } from '../irc/sliding-window.ts';
import { findTarget, readChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const scope = 'channel:manage:raids';
const preparationMs = 90_000;
const windowMs = 600_000;
const callsInWindow = 10;

interface Raiding {
	/** Whom a raid is being prepared on. */
	target?: EmulatedUser | undefined;
	readonly calls: SlidingWindow;
}

/** Raids, which go off 90 s after they were prepared. @see https://dev.twitch.tv/docs/api/reference/#start-a-raid */
export function raidEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const raids = new WeakMap<Room, Raiding>();
	return [
		{ method: 'POST', path: '/raids', answer: (call) => answerStart(call, parts, raids) },
		{ method: 'DELETE', path: '/raids', answer: (call) => answerCancel(call, parts, raids) }
	];
}

type Raids = WeakMap<Room, Raiding>;

function answerStart(call: HelixCall, parts: ChannelParts, raids: Raids): Response {
	const checked = readChannelCall(call, parts, { scope, channelKey: 'from_broadcaster_id' });
	if (checked instanceof Response) return checked;
	const { room, actor } = checked;
	const target = findTarget(call, parts.accounts, 'to_broadcaster_id');
	if (target instanceof Response) return target;
	if (target === actor) return helixError(400, 'The IDs in from_broadcaster_id and to_broadcaster_id are the same.');
	const raiding = raidingOf(raids, room);
	const now = parts.chat.clock.now();
	if (!raiding.calls.take('start', callsInWindow, now)) return helixError(429, 'Too Many Requests');
	if (!parts.streams.find(actor)) return helixError(400, 'The broadcaster is not streaming live.');
	if (raiding.target) return helixError(409, 'The broadcaster is already in the process of raiding.');
	prepare(parts, raids, { room, target });
	return jsonAnswer({ data: [{ created_at: new Date(now).toISOString(), is_mature: false }] });
}

function answerCancel(call: HelixCall, parts: ChannelParts, raids: Raids): Response {
	const checked = readChannelCall(call, parts, { scope });
	if (checked instanceof Response) return checked;
	const raiding = raidingOf(raids, checked.room);
	if (!raiding.calls.take('cancel', callsInWindow, parts.chat.clock.now())) return helixError(429, 'Too Many Requests');
	if (!raiding.target) return helixError(404, 'The broadcaster does not have a pending raid to cancel.');
	raids.set(checked.room, { calls: raiding.calls });
	return new Response(null, { status: 204 });
}

function prepare(
	{ chat, streams, notifications }: ChannelParts,
	raids: Raids,
	{ room, target }: { readonly room: Room; readonly target: EmulatedUser }
): void {
	const raiding: Raiding = { calls: raidingOf(raids, room).calls, target };
	raids.set(room, raiding);
	const { owner } = room;
	chat.clock.setTimeout(() => {
		if (raids.get(room) !== raiding || chat.findRoom(owner.login) !== room) return;
		raids.set(room, { calls: raiding.calls });
		tellRaid(notifications, { from: owner, to: target, viewers: streams.find(owner)?.viewers ?? 0 });
	}, preparationMs);
}

function raidingOf(raids: Raids, room: Room): Raiding {
	const raiding = raids.get(room) ?? { calls: new SlidingWindow(windowMs) };
	raids.set(room, raiding);
	return raiding;
}
