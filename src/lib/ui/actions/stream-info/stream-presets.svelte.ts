import type { StreamInformation } from '#lib/platforms/twitch/helix/channels.ts';
import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import { streamInformationSchema } from '#lib/state/stream-information.svelte.ts';
import * as v from 'valibot';

/** As many presets as there is room for, and characters in a name. */
export const mostPresets = 30;
export const longestPresetName = 40;

const presetsSchema = v.pipe(
	v.array(
		v.object({
			name: v.pipe(v.string(), v.minLength(1), v.maxLength(longestPresetName)),
			information: streamInformationSchema
		})
	),
	v.maxLength(mostPresets)
);

/** What a stream says, under a name. */
export interface StreamPreset {
	/** No two have the same. */
	readonly name: string;
	readonly information: StreamInformation;
}

/** What the streamer wants at hand, kept in this browser; the last change can be taken back. */
export class StreamPresets {
	readonly #stored = new StoredValue({
		key: 'tributary.stream-presets',
		schema: presetsSchema,
		initial: [],
		storage: () => localStorage
	});
	#before = $state.raw<readonly StreamPreset[]>();

	get list(): readonly StreamPreset[] {
		return this.#stored.current;
	}

	get full(): boolean {
		return this.list.length >= mostPresets;
	}

	has(name: string): boolean {
		return this.list.some((preset) => preset.name === name);
	}

	/** Keeps it, in the place of the one of that name or as the last. */
	keep(kept: StreamPreset): void {
		const list = this.has(kept.name)
			? this.list.map((preset) => (preset.name === kept.name ? kept : preset))
			: [...this.list, kept];
		this.#change(list);
	}

	remove(name: string): void {
		this.#change(this.list.filter((preset) => preset.name !== name));
	}

	/** Takes the last change back. */
	undo(): void {
		if (this.#before) this.#store(this.#before);
		this.#before = undefined;
	}

	#change(list: readonly StreamPreset[]): void {
		this.#before = this.list;
		this.#store(list);
	}

	#store(list: readonly StreamPreset[]): void {
		this.#stored.current = v.parse(presetsSchema, list);
	}
}
