import type { InteractiveOptions } from './interactive-options.ts';

/** What of an interactive overlay is asked for in its address. */
export type InteractiveChoice = Pick<InteractiveOptions, 'position' | 'board'> & { readonly game: string };

/** The address of a room's interactive overlay; it carries the room's name and no power. */
export function interactiveOverlayUrl(
	origin: string,
	room: string,
	{ position, board, game }: InteractiveChoice,
	{ preview = false } = {}
): string {
	const parameters = [`channel=${room}`];
	if (position !== 'bottom-left') parameters.push(`position=${position}`);
	if (!board) parameters.push('board=false');
	if (game !== '') parameters.push(`game=${encodeURIComponent(game)}`);
	if (preview) parameters.push('preview=true');
	return `${origin}/overlay/interactive?${parameters.join('&')}`;
}
