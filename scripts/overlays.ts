/** An overlay with a page of its own. */
export interface Overlay {
	/** Its address below `/overlay/`. */
	readonly name: string;
	/** The module that starts it, and the function that does. */
	readonly entry: string;
	readonly start: string;
}

/** The pages that OBS shows. */
export const overlays: readonly Overlay[] = [
	{ name: 'chat', entry: 'src/lib/ui/overlays/start-chat-overlay.ts', start: 'startChatOverlay' },
	{
		name: 'interactive',
		entry: 'src/lib/ui/overlays/interactive/start-interactive-overlay.ts',
		start: 'startInteractiveOverlay'
	}
];

/** Our own games, files of `static`. */
export const games: readonly string[] = ['games/hopper.html'];
