import { ProtocolError } from '#lib/model/errors.ts';
import { errorCodes, type CallError, type ErrorCode } from './error-codes.ts';
import { isArray, isObject, parseJson, type Json, type JsonLimits, type JsonObject } from './json.ts';
import * as v from 'valibot';

/** A call; `id` is absent where nobody waits for a reply to it. */
export interface MethodPacket {
	readonly type: 'method';
	readonly method: string;
	readonly params: JsonObject | null;
	/** Unsigned, 32 bit. */
	readonly id: number | undefined;
	/** The last sequence number that the sender has seen. */
	readonly seq: number;
	/** No reply is wanted, unless it is an error. */
	readonly discard: boolean;
}

/** What went wrong with a call. */
export interface ReplyError {
	readonly code: number;
	readonly message: string;
	readonly path: string;
}

/** The answer to the call of that id. */
export interface ReplyPacket {
	readonly type: 'reply';
	readonly id: number;
	readonly result: Json;
	readonly error: ReplyError | null;
	/** The number that its sender gave it; only one that was read has it. */
	readonly seq?: number;
}

/** Something that is no packet, and the error that answers it. */
export interface MalformedPacket {
	readonly type: 'malformed';
	readonly id: number;
	readonly code: ErrorCode;
	readonly message: string;
}

/** What is read of a frame: at most `packets` of them. */
export interface FrameLimits extends JsonLimits {
	readonly packets: number;
}

const largestId = 0xffff_ffff;
const id = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(largestId));
const seq = v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);
const method = v.object({
	method: v.pipe(v.string(), v.maxLength(64)),
	params: v.nullish(v.custom<JsonObject>(isObject), null),
	id: v.nullish(id),
	seq,
	discard: v.fallback(v.boolean(), false)
});
const reply = v.object({
	id: v.nullish(id, 0),
	result: v.optional(v.unknown(), null),
	seq,
	error: v.nullish(
		v.object({ code: v.number(), message: v.fallback(v.string(), ''), path: v.fallback(v.string(), '') }),
		null
	)
});

/** Reads a text frame: one packet or an array of them; never throws. @see https://github.com/mixer/developer-docs Interactive protocol 1.7, packets */
export function parseFrame(
	text: string,
	limits: FrameLimits
): readonly (MethodPacket | ReplyPacket | MalformedPacket)[] {
	try {
		const value = parseJson(text, limits);
		if (!isArray(value)) return [parsePacket(value)];
		if (value.length <= limits.packets) return value.map(parsePacket);
		return [malformed(0, errorCodes.badArguments, 'The frame has too many packets.')];
	} catch (cause) {
		return [
			malformed(0, errorCodes.notJson, cause instanceof ProtocolError ? cause.message : 'The frame is not JSON.')
		];
	}
}

function parsePacket(value: Json): MethodPacket | ReplyPacket | MalformedPacket {
	if (!isObject(value)) return malformed(0, errorCodes.badArguments, 'A packet is an object.');
	// The C++ client leaves the type out of its calls.
	const type = value['type'] ?? ('method' in value ? 'method' : undefined);
	if (type === 'method') return parseMethod(value);
	if (type === 'reply') return parseReply(value);
	return malformed(idOf(value), errorCodes.unknownPacketType, 'A packet is a method or a reply.');
}

function parseMethod(value: JsonObject): MethodPacket | MalformedPacket {
	const read = v.safeParse(method, value);
	if (!read.success) return malformed(idOf(value), errorCodes.badArguments, 'The method packet is malformed.');
	return { type: 'method', ...read.output, id: read.output.id ?? undefined };
}

function parseReply(value: JsonObject): ReplyPacket | MalformedPacket {
	const read = v.safeParse(reply, value);
	if (!read.success) return malformed(idOf(value), errorCodes.badArguments, 'The reply packet is malformed.');
	const { id: callId, result, error, seq: number } = read.output;
	return { type: 'reply', id: callId, result: result as Json, error, seq: number };
}

function malformed(id: number, code: ErrorCode, message: string): MalformedPacket {
	return { type: 'malformed', id, code, message };
}

function idOf(value: JsonObject): number {
	const read = v.safeParse(id, value['id']);
	return read.success ? read.output : 0;
}

/** The reply to a call that went well; a void one has `null` for its result. */
export function createReply(id: number, result: Json): ReplyPacket {
	return { type: 'reply', id, result, error: null };
}

/** The reply to a call that was refused. */
export function createErrorReply(
	id: number,
	{ code, message, path }: Pick<CallError, 'code' | 'message' | 'path'>
): ReplyPacket {
	return { type: 'reply', id, result: null, error: { code, message, path } };
}

/** A call that a host makes: it never wants a reply, since the Node client dies of a call that does. */
export function createCall(method: string, params: JsonObject | null): MethodPacket {
	return { type: 'method', method, params, id: 0, seq: 0, discard: true };
}

/** A packet's text on both sides of its number. */
interface Text {
	readonly packet: MethodPacket | ReplyPacket;
	readonly before: string;
	readonly after: string;
}

/** What goes to everybody is asked for once for each of them, one after the other. */
let latest: Text | undefined;

/** Writes a packet with its own sequence number; the order of the keys is what the Unity client reads by. */
export function formatPacket(packet: MethodPacket | ReplyPacket, seq: number): string {
	const { before, after } = formatText(packet);
	return before + seq + after;
}

/** How long a packet is, but for its number. */
export function packetChars(packet: MethodPacket | ReplyPacket): number {
	const { before, after } = formatText(packet);
	return before.length + after.length;
}

function formatText(packet: MethodPacket | ReplyPacket): Text {
	if (latest?.packet !== packet) latest = { packet, ...cutText(packet) };
	return latest;
}

function cutText(packet: MethodPacket | ReplyPacket): Omit<Text, 'packet'> {
	if (packet.type === 'reply') {
		const { id, result, error } = packet;
		return { before: openObject({ id, type: 'reply', result, error }), after: '}' };
	}
	const { method, params, id, discard } = packet;
	return { before: openObject({ type: 'method', method, params, id }), after: `,"discard":${discard}}` };
}

function openObject(value: object): string {
	return `${JSON.stringify(value).slice(0, -1)},"seq":`;
}
