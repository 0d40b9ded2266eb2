import type { ChannelRef } from '#lib/model/channel.ts';
import { formatChannel } from '#lib/model/channel.ts';
import { isRegisteredPlatform, manifests } from '#lib/platforms/manifests.ts';

/** Faces that need no other server. */
export const overlayFonts = ['inter', 'system', 'serif', 'mono'] as const;

/** What an overlay's address asks for, within bounds: an address is as hostile as any message. */
export interface OverlayOptions {
	readonly channels: readonly ChannelRef[];
	/** Whether a channel was named that cannot be one. */
	readonly invalidChannel: boolean;
	readonly font: (typeof overlayFonts)[number];
	/** CSS pixels; absent: by the size of the page. */
	readonly fontSize?: number;
	/** A line goes after so many seconds; absent: when it leaves the page. */
	readonly fadeSeconds?: number;
	readonly stroke: number;
	readonly shadow: number;
	readonly hideCommands: boolean;
	readonly hideBots: boolean;
	readonly hideBadges: boolean;
	readonly smallCaps: boolean;
	readonly animate: boolean;
	/** What becomes of messages that were taken back. */
	readonly removed: 'hide' | 'strike';
	/** Whether the recent-messages service is asked for what was missed. */
	readonly history: boolean;
}

const mostChannels = 5;
const channelParameters = [
	['twitch', 'twitch'],
	['channel', 'twitch'],
	['theta', 'theta']
] as const;

/** jChat's three sizes. */
const namedSizes: Readonly<Record<string, number>> = { '1': 20, '2': 34, '3': 48 };
const defaultFadeSeconds = 30;

/** Reads an overlay's address; jChat's names are understood, what is out of bounds counts as absent. @see https://github.com/giambaJ/jChat#readme */
export function parseOverlayOptions(parameters: URLSearchParams): OverlayOptions {
	const fontSize = parseFontSize(parameters.get('size'));
	const fadeSeconds = parseFade(parameters.get('fade'));
	return {
		...parseChannels(parameters),
		font: overlayFonts.find((font) => font === parameters.get('font')) ?? 'inter',
		...(fontSize !== undefined && { fontSize }),
		...(fadeSeconds !== undefined && { fadeSeconds }),
		stroke: parseWithin(parameters.get('stroke'), 0, 4) ?? 2,
		shadow: parseWithin(parameters.get('shadow'), 0, 3) ?? 1,
		hideCommands: isOn(parameters.get('hide_commands')),
		hideBots: parameters.get('bots') === 'false' || parameters.get('bots') === '0',
		hideBadges: isOn(parameters.get('hide_badges')),
		smallCaps: isOn(parameters.get('small_caps')),
		animate: isOn(parameters.get('animate')),
		removed: parameters.get('removed') === 'strike' ? 'strike' : 'hide',
		history: isOn(parameters.get('history'))
	};
}

function parseChannels(parameters: URLSearchParams): Pick<OverlayOptions, 'channels' | 'invalidChannel'> {
	const channels = new Map<string, ChannelRef>();
	let invalidChannel = false;
	for (const [parameter, platform] of channelParameters) {
		const names = parameters.getAll(parameter).flatMap((value) => value.split(','));
		for (const name of names.filter((text) => text.trim() !== '')) {
			const key = isRegisteredPlatform(platform) ? manifests[platform].parseChannelKey(name) : undefined;
			if (key === undefined) invalidChannel = true;
			else if (channels.size < mostChannels) channels.set(formatChannel({ platform, key }), { platform, key });
		}
	}
	return { channels: [...channels.values()], invalidChannel };
}

function parseFontSize(value: string | null): number | undefined {
	if (value !== null && Object.hasOwn(namedSizes, value)) return namedSizes[value];
	return parseWithin(value, 10, 128);
}

function parseFade(value: string | null): number | undefined {
	return value === 'true' ? defaultFadeSeconds : parseWithin(value, 1, 3_600);
}

function parseWithin(value: string | null, least: number, most: number): number | undefined {
	if (value === null || !/^\d{1,4}(\.\d{1,2})?$/.test(value)) return undefined;
	const number = Number(value);
	return number >= least && number <= most ? number : undefined;
}

function isOn(value: string | null): boolean {
	return value === 'true' || value === '1';
}
