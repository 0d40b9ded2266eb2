import { personKey, type BoardInput } from '#lib/interactive/board/board-input.ts';
import type { EngineState } from '#lib/interactive/board/engine-state.ts';
import { readCheer, readCommand, readReward, type SpokenInput } from '#lib/interactive/board/spoken.ts';
import type { Call } from '#lib/interactive/client/index.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import { pour, type Bucket } from '#lib/interactive/throttle.ts';
import { formatChannel, type ChannelRef } from '#lib/model/channel.ts';
import type { ChatMessage } from '#lib/model/chat.ts';
import type { Redemption } from '#lib/model/redemption.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';

/** A chatter's presses: five at once, and one more every two seconds. */
const chatRule = { capacity: 5, drainRate: 0.5 };
const mostChatters = 2_000;
const mostSaid = 20;

/** What a participant did, as the board takes it. */
export function toViewerInput({ data, input }: Call, participant: JsonObject | undefined): BoardInput | undefined {
	const { controlID, event, value, x, y } = input;
	if (typeof controlID !== 'string' || typeof event !== 'string') return undefined;
	const point = typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined;
	return {
		source: 'viewer',
		sessionID: String(data['participantID']),
		...toViewer(participant),
		controlID,
		event,
		value: point ?? (typeof value === 'string' ? value : undefined),
		paid: data['transactionID'] !== undefined
	};
}

/** Names a participant as `personKey` names whoever presses. */
export function viewerKey(sessionID: string, participant: JsonObject | undefined): string {
	return personKey({ source: 'viewer', sessionID, ...toViewer(participant), paid: false });
}

function toViewer(participant: JsonObject | undefined): Pick<BoardInput, 'userId' | 'groupID' | 'name'> {
	const { userID, groupID, username } = participant ?? {};
	return {
		userId: typeof userID === 'number' && userID > 0 ? String(userID) : undefined,
		groupID: typeof groupID === 'string' ? groupID : undefined,
		name: typeof username === 'string' ? username : ''
	};
}

/** What a redeemed reward or a cheer presses; `undefined` for what presses nothing. */
export function toEventInput(state: EngineState, event: StreamEvent): BoardInput | undefined {
	if (event.type === 'cheer') {
		const { person, bits, text } = event;
		const spoken = readCheer(state, bits, text);
		return spoken && { source: 'bits', ...named(event, person), ...spoken, paid: true };
	}
	return event.type === 'redemption' && event.phase === 'add'
		? toRewardInput(state, event.platform, event.redemption)
		: undefined;
}

function toRewardInput(state: EngineState, platform: string, { reward, person, input }: Redemption) {
	const spoken: SpokenInput | undefined = readReward(state, reward.id, input);
	return spoken && { source: 'reward' as const, ...named({ platform }, person), ...spoken, paid: true };
}

function named(
	{ platform }: { readonly platform: string },
	person: { readonly userId: string; readonly displayName: string } | undefined
) {
	return { platform, userId: person?.userId, name: person?.displayName ?? '' };
}

/** Lines of chat as presses: of the streamer's own channels, no more often than a person may. */
export class ChatPresses {
	readonly #own: () => readonly ChannelRef[];
	readonly #buckets = new Map<string, Bucket>();
	#said: readonly string[] = [];

	constructor(own: () => readonly ChannelRef[]) {
		this.#own = own;
	}

	/** Remembers a line that the board itself says, which must not press anything. */
	remember(text: string): void {
		this.#said = [...this.#said, text].slice(-mostSaid);
	}

	/** What a line presses; `undefined` for what presses nothing, or comes too often. */
	read(state: EngineState, message: ChatMessage, now: number): BoardInput | undefined {
		const { author, channel, text } = message;
		if (this.#isElsewhere(message)) return undefined;
		const spoken = readCommand(state, text);
		if (!spoken || this.#said.includes(text)) return undefined;
		if (!this.#allows(`${channel.platform}:${author.userId}`, now)) return undefined;
		const { userId, displayName: name } = author;
		return { source: 'chat', platform: channel.platform, userId, name, ...spoken, paid: false };
	}

	/** Lines with bits or a reward are told as events too, and pay there. */
	#isElsewhere({ channel, historical, source, bits, rewardId }: ChatMessage): boolean {
		if (historical === true || source?.foreign === true || bits !== undefined || rewardId !== undefined) return true;
		return !this.#own().some((own) => formatChannel(own) === formatChannel(channel));
	}

	#allows(person: string, now: number): boolean {
		const { bucket, fits } = pour(this.#buckets.get(person) ?? { level: 0, at: now }, chatRule, 1, now);
		this.#buckets.delete(person);
		this.#buckets.set(person, bucket);
		const [oldest] = this.#buckets.keys();
		if (this.#buckets.size > mostChatters && oldest !== undefined) this.#buckets.delete(oldest);
		return fits;
	}
}
