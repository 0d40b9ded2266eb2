import type { ChatEvent, ChatGap } from '#lib/model/chat.ts';
import { ConnectionError, ProtocolError } from '#lib/model/errors.ts';
import type { Environment } from '#lib/transport/environment.ts';
import { assertSuccess, requestJson } from '#lib/transport/request.ts';
import * as v from 'valibot';
import { parseIrcMessage, type IrcMessage, type IrcTags } from './irc.ts';
import { decodeSentAt } from './sent-at.ts';

const mostLines = 500;
const maxBytes = 4 * 1024 * 1024;
const timeoutMs = 5_000;
const retryMs = 1_000;
/** What was said just before a join takes a moment to reach who remembers it. */
const settleMs = 1_000;
/** Looked up beyond both ends, because clocks differ; what was heard there is known by its id. */
const overlapMs = 30_000;

const answerSchema = v.object({ messages: v.array(v.unknown()), error_code: v.nullish(v.string()) });

/** What the service knew of a channel. */
export interface RecentMessages {
	/** Raw lines, oldest first. */
	readonly lines: readonly string[];
	/** Whether the service reads the channel: else newer lines may be missing. */
	readonly joined: boolean;
}

/** Where and how to look a channel's lines up. */
export interface RecentMessagesRequest {
	/** The service's address without a slash at its end. */
	readonly url: string;
	readonly channelKey: string;
	readonly environment: Environment;
}

interface DatedEvent {
	readonly at: number;
	readonly event: ChatEvent;
}

/** Makes an event of a line, or `undefined` of one that is not for chat. */
type DecodeLine = (line: IrcMessage, receivedAt: number) => ChatEvent | undefined;

/** Looks up what was said in a gap that has just ended; throws as `requestRecentMessages` does. */
export async function lookUpGap(
	gap: ChatGap,
	request: RecentMessagesRequest,
	decode: DecodeLine
): Promise<readonly ChatEvent[]> {
	await pause(settleMs, request.environment);
	return fillGap(gap, await requestRecentMessages(request), decode);
}

/** Asks the recent-messages service, a second time after a passing fault; throws as `requestJson` does, and `RejectionError` when it refuses. @see https://recent-messages.robotty.de/api */
export async function requestRecentMessages(request: RecentMessagesRequest): Promise<RecentMessages> {
	try {
		return await requestOnce(request);
	} catch (error) {
		if (!(error instanceof ConnectionError)) throw error;
		await pause(retryMs, request.environment);
		return requestOnce(request);
	}
}

/** Fills a gap with what was looked up, in order, each line marked as historical; what is not covered remains as one gap. */
export function fillGap(gap: ChatGap, { lines, joined }: RecentMessages, decode: DecodeLine): readonly ChatEvent[] {
	const known = lines.flatMap((text) => decodeDated(text, decode));
	const oldest = known[0]?.at ?? Infinity;
	const newest = known.at(-1)?.at ?? -Infinity;
	const missed = known.filter(({ at }) => at >= gap.from - overlapMs && at <= gap.to + overlapMs);
	const reaches = oldest <= gap.from;
	if (reaches && joined) return missed.map(({ event }) => event);
	const rest = {
		...gap,
		...(joined && oldest < gap.to && { to: oldest }),
		...(reaches && { from: Math.min(gap.to, Math.max(gap.from, newest)) })
	};
	return [{ type: 'gap', gap: rest }, ...missed.map(({ event }) => event)];
}

function pause(delayMs: number, { clock }: Environment): Promise<void> {
	return new Promise((resolve) => void clock.setTimeout(resolve, delayMs));
}

async function requestOnce({ url, channelKey, environment }: RecentMessagesRequest): Promise<RecentMessages> {
	const address = `${url}/recent-messages/${encodeURIComponent(channelKey)}?limit=${mostLines}`;
	const { status, body } = await requestJson(environment, address, {}, { timeoutMs, maxBytes });
	assertSuccess(status, 'The recent-messages service does not serve this channel.');
	const answer = v.safeParse(answerSchema, body);
	if (!answer.success) throw new ProtocolError('malformed_answer', 'The recent-messages service sent something else.');
	const { messages, error_code } = answer.output;
	const lines = messages.filter((line) => typeof line === 'string').slice(-mostLines);
	return { lines, joined: !error_code };
}

function decodeDated(text: string, decode: DecodeLine): readonly DatedEvent[] {
	const line = parseIrcMessage(text);
	const receivedAt = Number(line?.tags.get('rm-received-ts') ?? '');
	if (!line || !(receivedAt > 0)) return [];
	const event = decode(line, receivedAt);
	const at = decodeSentAt(line.tags, receivedAt);
	return event ? toHistory(event, line.tags, at).map((past) => ({ at, event: past })) : [];
}

/** A line without an id could not be told from one that was heard. */
function toHistory(event: ChatEvent, tags: IrcTags, at: number): readonly ChatEvent[] {
	const identified = Boolean(tags.get('id'));
	switch (event.type) {
		case 'message': {
			const { channel, id } = event.message;
			const message: ChatEvent = { type: 'message', message: { ...event.message, historical: true } };
			const deletion: ChatEvent = { type: 'deletion', channel, messageId: id };
			return identified ? [message, ...(tags.get('rm-deleted') === '1' ? [deletion] : [])] : [];
		}
		case 'notice':
			return identified ? [{ type: 'notice', notice: { ...event.notice, historical: true } }] : [];
		case 'timeout':
		case 'clear':
			return [{ ...event, at }];
		case 'deletion':
			return [event];
		default:
			return [];
	}
}
