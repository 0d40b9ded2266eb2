import { ConnectionError } from '#lib/model/errors.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import {
	longestTag,
	longestTitle,
	mostTags,
	requestStreamInformation,
	updateStreamInformation,
	type StreamInformation
} from '#lib/platforms/twitch/helix/channels.ts';
import { chosenCategory } from '#lib/platforms/twitch/helix/categories.ts';
import * as v from 'valibot';
import type { ControlRoom } from './control-room.svelte.ts';
import { changeBetween } from './information-change.ts';

/** What a channel says about its stream, as this browser keeps it. */
export const streamInformationSchema = v.object({
	title: v.pipe(v.string(), v.maxLength(longestTitle)),
	category: v.nullable(
		v.object({
			id: v.pipe(v.string(), v.regex(/^\d{1,20}$/)),
			name: v.pipe(v.string(), v.maxLength(300)),
			artId: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{1,20}(?:_IGDB)?$/)))
		})
	),
	tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(longestTag * 2))), v.maxLength(mostTags), v.readonly()),
	language: v.pipe(v.string(), v.maxLength(10)),
	labels: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Za-z]{1,60}$/))), v.maxLength(30), v.readonly()),
	branded: v.boolean()
});

/** What it needs of a control room. */
type InformationRoom = Pick<ControlRoom, 'helix' | 'broadcasterId' | 'events'>;

type Changed = Extract<StreamEvent, { type: 'stream-changed' }>;

/** What the streamer's channel says about its stream now, whoever changed it. */
export class CurrentInformation {
	current = $state.raw<StreamInformation>();
	/** Why it is not known. */
	problem = $state.raw<unknown>();
	readonly #room: InformationRoom;
	#asked = 0;

	constructor(room: InformationRoom) {
		this.#room = room;
	}

	/** Keeps it as it is told until the returned function is called. */
	follow(): () => void {
		return this.#room.events.on((event) => {
			if (event.type === 'stream-changed' && !event.simulated) void this.#hear(event);
		});
	}

	/** Asks for it; `problem` says why that failed. */
	async load(): Promise<void> {
		const asked = ++this.#asked;
		try {
			const information = await requestStreamInformation(this.#room.helix, this.#room.broadcasterId);
			if (asked !== this.#asked) return;
			this.current = information;
			this.problem = undefined;
		} catch (error) {
			if (asked === this.#asked) this.problem = error;
		}
	}

	/** Changes what differs; returns what it was before. Where it is unknown what became of it, asks again. Throws as the call does. */
	async change(wanted: StreamInformation): Promise<StreamInformation> {
		const { helix, broadcasterId } = this.#room;
		const before = this.current ?? (await requestStreamInformation(helix, broadcasterId));
		try {
			await updateStreamInformation(helix, broadcasterId, changeBetween(before, wanted));
		} catch (error) {
			if (error instanceof ConnectionError) await this.load();
			throw error;
		}
		this.#asked++;
		this.current = wanted;
		return before;
	}

	/** An event says nothing of tags and branded content, and the answer to a question may be older than the event. */
	async #hear({ title, category, language, labels }: Changed): Promise<void> {
		const known = this.current?.category;
		const told = {
			title,
			category: known?.id === category.id ? known : (chosenCategory(category.id, category.name) ?? null),
			language,
			labels
		};
		if (this.current) this.current = { ...this.current, ...told };
		await this.load();
		if (this.current) this.current = { ...this.current, ...told };
	}
}
