import { nameKey } from '#lib/interactive/board/keys.ts';
import type { KeyEffect } from '#lib/interactive/board/overlay-effect.ts';
import type { GamePage } from './game-page.ts';

/** Presses or releases a key in a game's frame: a message for its origin alone, or in one of our own pages a keyboard event. */
export function pressKey(frame: HTMLIFrameElement, game: GamePage, { event, keyCode }: KeyEffect): void {
	const name = nameKey(keyCode);
	const page = frame.contentWindow;
	if (!name || !page) return;
	if (!game.own) return page.postMessage({ type: 'tributary-key', event, keyCode, ...name }, game.origin);
	const document = frame.contentDocument;
	const target = document?.activeElement ?? document?.body;
	target?.dispatchEvent(
		new KeyboardEvent(event, { ...name, keyCode, which: keyCode, bubbles: true, cancelable: true, composed: true })
	);
}
