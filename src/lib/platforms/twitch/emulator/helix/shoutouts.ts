import { helixError } from '../answers.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import type { Room } from '../irc/room.ts';
import { SlidingWindow } from '../irc/sliding-window.ts';
import { toEventUser } from '../notifications.ts';
import type { EmulatedStream } from '../streams.ts';
import { findTarget, readChannelCall, type ChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const rules = { scope: 'moderator:manage:shoutouts', channelKey: 'from_broadcaster_id', moderators: true } as const;
const anyWindowMs = 120_000;
const sameWindowMs = 3_600_000;

interface Given {
	readonly any: SlidingWindow;
	readonly same: SlidingWindow;
}

/** Shoutouts: one every 2 min, and one an hour for the same channel. @see https://dev.twitch.tv/docs/api/reference/#send-a-shoutout */
export function shoutoutEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const given = new WeakMap<Room, Given>();
	return [{ method: 'POST', path: '/chat/shoutouts', answer: (call) => answerShoutout(call, parts, given) }];
}

function answerShoutout(call: HelixCall, parts: ChannelParts, given: WeakMap<Room, Given>): Response {
	const checked = readChannelCall(call, parts, rules);
	if (checked instanceof Response) return checked;
	const { owner } = checked.room;
	const target = findTarget(call, parts.accounts, 'to_broadcaster_id');
	if (target instanceof Response) return target;
	if (target === owner) return helixError(400, 'The broadcaster may not give themselves a Shoutout.');
	const stream = parts.streams.find(owner);
	if (!stream || stream.viewers === 0)
		return helixError(400, 'The broadcaster is not streaming live or does not have one or more viewers.');
	if (!take(given, checked.room, target, parts.chat.clock.now())) return helixError(429, 'Too Many Requests');
	tellShoutout(parts, checked, { target, stream });
	return new Response(null, { status: 204 });
}

/** A refused shoutout counts against neither limit. */
function take(given: WeakMap<Room, Given>, room: Room, target: EmulatedUser, now: number): boolean {
	const { any, same } = given.get(room) ?? {
		any: new SlidingWindow(anyWindowMs),
		same: new SlidingWindow(sameWindowMs)
	};
	given.set(room, { any, same });
	return any.isFree('any', 1, now) && same.take(target.id, 1, now) && any.take('any', 1, now);
}

function tellShoutout(
	{ chat, streams, notifications }: ChannelParts,
	{ actor, room: { owner } }: ChannelCall,
	{ target, stream }: { readonly target: EmulatedUser; readonly stream: EmulatedStream }
): void {
	const now = chat.clock.now();
	const startedAt = formatTime(now);
	notifications.tell('channel.shoutout.create', owner, {
		...toEventUser(actor, 'moderator_'),
		...toEventUser(target, 'to_broadcaster_'),
		viewer_count: stream.viewers,
		started_at: startedAt,
		cooldown_ends_at: formatTime(now + anyWindowMs),
		target_cooldown_ends_at: formatTime(now + sameWindowMs)
	});
	notifications.tell('channel.shoutout.receive', target, {
		...toEventUser(owner, 'from_broadcaster_'),
		viewer_count: streams.find(owner)?.viewers ?? 0,
		started_at: startedAt
	});
}

function formatTime(at: number): string {
	return new Date(at).toISOString();
}
