import type { Person } from '#lib/model/person.ts';
import { SeenIds } from '#lib/model/seen-ids.ts';
import type { HeldMessageStatus, StreamEvent } from '#lib/model/stream-event.ts';
import * as v from 'valibot';
import { KeptList, personSchema, textSchema } from './kept-list.svelte.ts';
import type { SettingsStorage } from './settings.svelte.ts';

/** How long Twitch waits for a decision. */
export const holdMs = 5 * 60_000;
const mostMessages = 200;
const mostSettled = 5;

const heldSchema = v.object({
	messageId: textSchema,
	person: personSchema,
	text: textSchema,
	category: textSchema,
	level: v.optional(v.number()),
	heldAt: v.number(),
	/** `gone`: decided elsewhere, it is not known how. */
	status: v.picklist(['waiting', 'approved', 'denied', 'expired', 'gone']),
	by: v.optional(textSchema)
});

/** A message that AutoMod held, and what became of it. */
export type HeldMessage = Readonly<v.InferOutput<typeof heldSchema>>;

/** What AutoMod held: it is told only once, so it is kept for reloads. */
export class HeldMessages {
	/** Messages about which a decision is on its way. */
	deciding = $state.raw<readonly string[]>([]);
	/** The one that has waited longest first: it is the next to expire. */
	readonly waiting = $derived.by(() => this.#kept.items.filter(({ status }) => status === 'waiting').reverse());
	/** What became of the last ones. */
	readonly settled = $derived.by(() =>
		this.#kept.items.filter(({ status }) => status !== 'waiting').slice(0, mostSettled)
	);
	readonly #kept: KeptList<typeof heldSchema>;
	/** A decision may be heard of before its message is. */
	readonly #decided = new SeenIds(mostMessages);

	constructor(storage: () => SettingsStorage) {
		this.#kept = new KeptList({ key: 'tributary.held-messages', item: heldSchema, most: mostMessages, storage });
	}

	/** Goes on with an account's channel. */
	open(owner: string): void {
		this.#kept.open(owner);
	}

	take(event: StreamEvent): void {
		if (event.type === 'held-message') this.#add(event);
		else if (event.type === 'held-message-resolved') this.settle(event.messageId, event.status, event.by);
	}

	/** Has a message decided, once at a time; whether it was this time. */
	async decide(
		{ messageId }: HeldMessage,
		{ status, by, request }: { status: 'approved' | 'denied'; by?: Person; request: () => Promise<void> }
	): Promise<boolean> {
		if (this.deciding.includes(messageId)) return false;
		this.deciding = [...this.deciding, messageId];
		try {
			await request();
			this.settle(messageId, status, by);
			return true;
		} finally {
			this.deciding = this.deciding.filter((id) => id !== messageId);
		}
	}

	/** A message waits no longer; what was heard of it first stays. */
	settle(messageId: string, status: HeldMessageStatus | 'gone', by?: Person): void {
		this.#decided.add(messageId);
		const message = this.waiting.find((one) => one.messageId === messageId);
		if (!message) return;
		const others = this.#kept.items.filter((one) => one !== message);
		const name = status === 'expired' ? undefined : by?.displayName;
		this.#kept.items = [{ ...message, status, ...(name && { by: name }) }, ...others];
	}

	/** Those that waited too long are marked so, whether Twitch told it or not. */
	expire(now: number): void {
		for (const { messageId, heldAt } of this.waiting)
			if (now - heldAt >= holdMs && !this.deciding.includes(messageId)) this.settle(messageId, 'expired');
	}

	/** Forgets what became of the last ones. */
	clearSettled(): void {
		this.#kept.items = this.#kept.items.filter(({ status }) => status === 'waiting');
	}

	#add({ messageId, person, text, category, level, at }: StreamEvent & { readonly type: 'held-message' }): void {
		const known = this.#kept.items.some((one) => one.messageId === messageId);
		if (known || !this.#decided.add(messageId)) return;
		const message = { messageId, person, text, category, heldAt: at, status: 'waiting' } as const;
		this.#kept.items = [{ ...message, ...(level !== undefined && { level }) }, ...this.#kept.items];
	}
}
