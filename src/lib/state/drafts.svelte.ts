import { formatChannel, type ChannelRef } from '#lib/model/channel.ts';
import * as v from 'valibot';

const storageKey = 'tributary.drafts';
const mostDrafts = 20;
const longestDraft = 2_000;

const draftSchema = v.object({
	channel: v.string(),
	text: v.pipe(v.string(), v.maxLength(longestDraft)),
	/** Whether it was on its way when it was last heard of. */
	leaving: v.boolean()
});
const recordSchema = v.object({
	chosen: v.string(),
	drafts: v.pipe(v.array(draftSchema), v.maxLength(mostDrafts))
});

type DraftRecord = Readonly<v.InferOutput<typeof recordSchema>>;

/** The part of `sessionStorage` used: drafts are of one tab and end with it. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** What was typed and not sent, a text for each channel; it outlives the field, the page and a trip to a platform. */
export class Drafts {
	#record = $state.raw<DraftRecord>({ chosen: '', drafts: [] });
	readonly #storage: () => DraftStorage;

	constructor(storage: () => DraftStorage) {
		this.#storage = storage;
		this.#record = this.#load();
	}

	/** The channel that was written to, as `formatChannel` writes it. */
	get chosen(): string {
		return this.#record.chosen;
	}

	text(channel: ChannelRef | undefined): string {
		return this.#find(channel)?.text ?? '';
	}

	/** Whether the text was on its way when the page was left, so that nobody knows whether it arrived. */
	isLeaving(channel: ChannelRef | undefined): boolean {
		return this.#find(channel)?.leaving ?? false;
	}

	/** Chooses a channel; a text goes along where nothing was written yet. */
	choose(channel: ChannelRef, from: ChannelRef | undefined): void {
		const carried = this.text(from);
		if (from && carried !== '' && this.text(channel) === '') {
			this.write(channel, carried);
			this.write(from, '');
		}
		this.#save({ ...this.#record, chosen: formatChannel(channel) });
	}

	/** Keeps what is typed now; nothing typed leaves nothing behind. */
	write(channel: ChannelRef, text: string, { leaving = false } = {}): void {
		const name = formatChannel(channel);
		const others = this.#record.drafts.filter((draft) => draft.channel !== name);
		const own = text === '' ? [] : [{ channel: name, text, leaving }];
		this.#save({ chosen: name, drafts: [...others, ...own].slice(-mostDrafts) });
	}

	#find(channel: ChannelRef | undefined) {
		const name = channel && formatChannel(channel);
		return this.#record.drafts.find((draft) => draft.channel === name);
	}

	#load(): DraftRecord {
		try {
			return v.parse(recordSchema, JSON.parse(this.#storage().getItem(storageKey) ?? ''));
		} catch {
			return { chosen: '', drafts: [] };
		}
	}

	#save(record: DraftRecord): void {
		this.#record = record;
		try {
			const drafts = record.drafts.map((draft) => ({ ...draft, text: draft.text.slice(0, longestDraft) }));
			this.#storage().setItem(storageKey, JSON.stringify({ ...record, drafts }));
		} catch {
			return;
		}
	}
}
