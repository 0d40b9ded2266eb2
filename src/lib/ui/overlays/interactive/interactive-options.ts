import type { GridSize } from '#lib/interactive/controls/position.ts';
import { parseGame, type GamePage } from '#lib/ui/interactive/game/game-page.ts';

/** Where on the page the board stands. */
export const overlayPositions = ['bottom-left', 'bottom-right', 'top-left', 'top-right', 'center'] as const;

/** What an interactive overlay's address asks for, within bounds. */
export interface InteractiveOptions {
	/** A room's id, a Twitch login or a Twitch user ID; absent: nothing can be shown. */
	readonly channel?: string;
	/** Whether a channel was named that cannot be one. */
	readonly invalidChannel: boolean;
	readonly board: boolean;
	readonly grid: GridSize;
	/** CSS pixels, before it is scaled; absent: by the width of the page. */
	readonly width?: number;
	readonly scale: number;
	readonly position: (typeof overlayPositions)[number];
	/** How many presses are shown, 0 for none. */
	readonly presses: number;
	/** A press goes after so many seconds. */
	readonly fadeSeconds: number;
	readonly votes: boolean;
	readonly mean: boolean;
	readonly images: boolean;
	/** A part of 1, by which every sound is made quieter; 0 for no sound. */
	readonly volume: number;
	/** Whether a made-up board is shown, to see what it looks like. */
	readonly preview: boolean;
	/** Shown below the board, and pressed keys of. */
	readonly game?: GamePage;
}

const channelPattern = /^((twitch|theta):)?[\w-]{1,64}$/;
const grids = ['large', 'medium', 'small'] as const;
const defaults = { scale: 1, presses: 5, fadeSeconds: 6 };

/** Reads an interactive overlay's address; what is out of bounds counts as absent. */
export function parseInteractiveOptions(parameters: URLSearchParams, origin: string): InteractiveOptions {
	const game = parseGame(parameters.get('game'), origin);
	return {
		...parseChannel(parameters),
		...parseBoardPlace(parameters),
		presses: isOff(parameters.get('presses')) ? 0 : (parseWithin(parameters.get('presses'), 1, 20) ?? defaults.presses),
		fadeSeconds: parseWithin(parameters.get('fade'), 1, 120) ?? defaults.fadeSeconds,
		votes: !isOff(parameters.get('votes')),
		mean: !isOff(parameters.get('mean')),
		images: !isOff(parameters.get('images')),
		volume: isOff(parameters.get('sound')) ? 0 : (parseWithin(parameters.get('volume'), 0, 100) ?? 100) / 100,
		preview: isOn(parameters.get('preview')),
		...(game && { game })
	};
}

function parseBoardPlace(
	parameters: URLSearchParams
): Pick<InteractiveOptions, 'board' | 'grid' | 'width' | 'scale' | 'position'> {
	const width = parseWithin(parameters.get('width'), 160, 3_840);
	return {
		...(width !== undefined && { width }),
		board: !isOff(parameters.get('board')),
		grid: grids.find((grid) => grid === parameters.get('grid')) ?? 'large',
		scale: parseWithin(parameters.get('scale'), 0.25, 4) ?? defaults.scale,
		position: overlayPositions.find((one) => one === parameters.get('position')) ?? 'bottom-left'
	};
}

function parseChannel(parameters: URLSearchParams): Pick<InteractiveOptions, 'channel' | 'invalidChannel'> {
	const named = nameChannel(parameters);
	if (named === undefined) return { invalidChannel: false };
	return channelPattern.test(named) ? { channel: named, invalidChannel: false } : { invalidChannel: true };
}

/** As the chat overlay's address does it, or by the room's own id. */
function nameChannel(parameters: URLSearchParams): string | undefined {
	const twitch = parameters.get('twitch');
	const theta = parameters.get('theta');
	const named = parameters.get('channel') ?? twitch ?? (theta === null ? null : `theta:${theta}`);
	return named === null || named.trim() === '' ? undefined : named.trim();
}

function parseWithin(value: string | null, least: number, most: number): number | undefined {
	if (value === null || !/^\d{1,4}(\.\d{1,2})?$/.test(value)) return undefined;
	const number = Number(value);
	return number >= least && number <= most ? number : undefined;
}

function isOn(value: string | null): boolean {
	return value === 'true' || value === '1';
}

function isOff(value: string | null): boolean {
	return value === 'false' || value === '0';
}
