import { m } from '#lib/paraglide/messages.js';
import { toast } from 'svelte-sonner';
import { shake } from './haptics.ts';

const undoMs = 8_000;

/** Tells in passing what was done. */
export function tell(text: string): void {
	shake('done');
	toast(text);
}

/** Tells what was done and offers, for some seconds, to undo it. */
export function offerUndo(text: string, undo: () => void): void {
	shake('done');
	toast(text, { duration: undoMs, action: { label: m.undo(), onClick: undo } });
}

/** Offers something for as long as nobody answers. */
export function offer(text: string, label: string, take: () => void): void {
	toast(text, { duration: Infinity, action: { label, onClick: take } });
}
