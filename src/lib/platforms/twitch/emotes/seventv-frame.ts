import type { EmoteChange } from '#lib/model/emote-change.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { emoteName, pictureId } from '../picture-answer.ts';
import { parseFrame, readFrame } from './event-frame.ts';
import { decodeSevenTvEmotes } from './seventv.ts';

/** What 7TV's event socket says, as far as emote sets go. */
export type SevenTvFrame =
	| { readonly type: 'hello'; readonly heartbeatMs: number; readonly sessionId: string }
	| { readonly type: 'heartbeat' }
	| { readonly type: 'acknowledgement' }
	| { readonly type: 'resumption'; readonly successful: boolean }
	| { readonly type: 'farewell' }
	| { readonly type: 'change'; readonly setId: string; readonly change: EmoteChange };

/** A set of a thousand emotes that is pushed at once. */
const longestFrame = 4 * 1024 * 1024;

const frame = v.object({ op: v.number(), d: v.optional(v.unknown()) });
const hello = v.object({
	heartbeat_interval: v.pipe(v.number(), v.minValue(1_000), v.maxValue(300_000)),
	session_id: v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/))
});
const acknowledgement = v.object({ command: v.string(), data: v.optional(v.unknown()) });
const resumption = v.object({ success: v.literal(true) });
const entries = v.optional(v.nullable(v.array(v.unknown())));
const dispatch = v.object({
	type: v.literal('emote_set.update'),
	body: v.object({ id: pictureId, pushed: entries, pulled: entries, updated: entries })
});
const pushed = v.object({ key: v.literal('emotes'), value: v.unknown() });
const pulled = v.object({ key: v.literal('emotes'), old_value: v.object({ id: pictureId }) });
const updated = v.object({ key: v.literal('emotes'), value: v.object({ id: pictureId, name: emoteName }) });

/** Decodes a frame; `undefined` for one of another kind. Throws `ProtocolError` for one in a wrong shape. @see https://github.com/SevenTV/EventAPI#opcodes */
export function decodeSevenTvFrame(text: string, imageUrl: string): SevenTvFrame | undefined {
	const { op, d } = readFrame(frame, parseFrame(text, { longest: longestFrame }));
	switch (op) {
		case 0:
			return decodeDispatch(d, imageUrl);
		case 1: {
			const { heartbeat_interval, session_id } = readFrame(hello, d);
			return { type: 'hello', heartbeatMs: heartbeat_interval, sessionId: session_id };
		}
		case 2:
			return { type: 'heartbeat' };
		case 4:
		case 7:
			return { type: 'farewell' };
		case 5:
			return decodeAcknowledgement(d);
		default:
			return undefined;
	}
}

/** Asks to be told of a set's changes. */
export function encodeSubscription(setId: string): string {
	return encode(35, { type: 'emote_set.update', condition: { object_id: setId } });
}

/** Asks to be told no more. */
export function encodeUnsubscription(setId: string): string {
	return encode(36, { type: 'emote_set.update', condition: { object_id: setId } });
}

/** Asks for what an earlier session has missed. */
export function encodeResumption(sessionId: string): string {
	return encode(34, { session_id: sessionId });
}

function encode(op: number, d: unknown): string {
	return JSON.stringify({ op, d });
}

function decodeAcknowledgement(d: unknown): SevenTvFrame {
	const { command, data } = readFrame(acknowledgement, d);
	if (command.toUpperCase() !== 'RESUME') return { type: 'acknowledgement' };
	return { type: 'resumption', successful: v.is(resumption, data) };
}

function decodeDispatch(d: unknown, imageUrl: string): SevenTvFrame | undefined {
	if (!v.is(v.object({ type: v.literal('emote_set.update') }), d)) return undefined;
	const { body } = readFrame(dispatch, d);
	const change: EmoteChange = {
		added: decodeSevenTvEmotes(
			parseEach(pushed, body.pushed ?? []).map(({ value }) => value),
			imageUrl
		),
		removed: parseEach(pulled, body.pulled ?? []).map(({ old_value }) => old_value.id),
		renamed: parseEach(updated, body.updated ?? []).map(({ value }) => value)
	};
	return { type: 'change', setId: body.id, change };
}
