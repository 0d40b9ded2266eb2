import type { ChannelRef } from '#lib/model/channel.ts';
import { formatChannel } from '#lib/model/channel.ts';
import { noFilter } from '#lib/model/chat-filter.ts';
import { isRegisteredPlatform, manifests } from '#lib/platforms/manifests.ts';
import { createContext } from 'svelte';
import * as v from 'valibot';
import { filterSchema, oneColumn, parseColumns } from './chat-columns.ts';

const storageKey = 'tributary.settings';

/** More would be a wall of text that nobody reads. */
export const mostChannels = 10;

/** Colours by the system's wish, or fixed. */
export const themes = ['system', 'dark', 'light'] as const;

/** Sizes of chat text, by their factor. */
export const chatTextScales = { small: 0.875, standard: 1, large: 1.25, huge: 1.5 } as const;

/** The space around chat lines, in pixels. */
export const lineSpaces = { compact: 1, standard: 3, roomy: 7 } as const;

/** A chosen space around chat lines. */
export type Density = keyof typeof lineSpaces;

/** Whether emotes move: as the system wishes, or fixed. */
export const emoteMotions = ['system', 'animated', 'still'] as const;

/** What becomes of messages that were taken back. */
export const removalLooks = ['struck', 'hidden'] as const;

/** A chosen size of chat text. */
export type ChatFontSize = keyof typeof chatTextScales;

const channelSchema = v.pipe(
	v.object({ platform: v.string(), key: v.string() }),
	v.check(({ platform, key }) => isRegisteredPlatform(platform) && manifests[platform].parseChannelKey(key) === key)
);

/** More words would highlight everything. */
export const mostHighlightWords = 30;

const wordSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(50));

const settingsSchema = v.object({
	theme: v.fallback(v.picklist(themes), 'system'),
	chatFontSize: v.fallback(v.picklist(['small', 'standard', 'large', 'huge']), 'standard'),
	timestamps: v.fallback(v.boolean(), false),
	density: v.fallback(v.picklist(['compact', 'standard', 'roomy']), 'standard'),
	emoteMotion: v.fallback(v.picklist(emoteMotions), 'system'),
	removedMessages: v.fallback(v.picklist(removalLooks), 'struck'),
	markAway: v.fallback(v.boolean(), true),
	highlightWords: v.fallback(v.pipe(v.array(wordSchema), v.maxLength(mostHighlightWords)), []),
	highlightSound: v.fallback(v.boolean(), false),
	columns: v.optional(v.pipe(v.unknown(), v.transform(parseColumns)), []),
	/** Of the time when there was one column only. */
	filter: v.fallback(filterSchema, noFilter),
	/** Whether the recent-messages service may be asked for what was missed. */
	fillsGaps: v.fallback(v.boolean(), false),
	/** Whether lines are written as the bot, where one is connected. */
	speaksAsBot: v.fallback(v.boolean(), false),
	/** Whether the screen stays on while the panel is open. */
	screenOn: v.fallback(v.boolean(), false),
	channels: v.fallback(v.pipe(v.array(channelSchema), v.maxLength(mostChannels)), [])
});

/** What a person chose in this browser. */
export type Preferences = Readonly<Omit<v.InferOutput<typeof settingsSchema>, 'filter'>>;

/** The part of `localStorage` used. */
export type SettingsStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Reads stored settings; whatever is missing or wrong takes its default, field by field. */
export function parseSettings(text: string | null): Preferences {
	try {
		return toPreferences(v.parse(settingsSchema, JSON.parse(text ?? '{}')));
	} catch {
		return toPreferences(v.parse(settingsSchema, {}));
	}
}

function toPreferences({ filter, ...stored }: v.InferOutput<typeof settingsSchema>): Preferences {
	if (stored.columns.length > 0) return stored;
	return { ...stored, columns: oneColumn.map((column) => ({ ...column, filter })) };
}

/** The settings of this browser, saved with every change; where storage is blocked they last until the page closes. */
export class Settings {
	current = $state.raw<Preferences>(parseSettings(null));
	readonly #storage: (() => SettingsStorage) | undefined;

	constructor(storage?: () => SettingsStorage) {
		this.#storage = storage;
		try {
			this.current = parseSettings(storage?.().getItem(storageKey) ?? null);
		} catch {
			this.#storage = undefined;
		}
	}

	/** Changes some settings and saves them all. */
	change(change: Partial<Preferences>): void {
		this.current = { ...this.current, ...change };
		try {
			this.#storage?.().setItem(storageKey, JSON.stringify(this.current));
		} catch {
			return;
		}
	}

	/** Adds a channel unless it is there or the list is full; returns whether it is in the list afterwards. */
	addChannel(channel: ChannelRef): boolean {
		const { channels } = this.current;
		if (channels.some((known) => formatChannel(known) === formatChannel(channel))) return true;
		if (channels.length >= mostChannels) return false;
		this.change({ channels: [...channels, { platform: channel.platform, key: channel.key }] });
		return true;
	}

	/** Takes a channel out. */
	removeChannel(channel: ChannelRef): void {
		const removed = formatChannel(channel);
		this.change({ channels: this.current.channels.filter((known) => formatChannel(known) !== removed) });
	}
}

/** The settings of the page, set in the layout of the pages that a streamer uses. */
export const [getSettings, setSettings] = createContext<Settings>();
