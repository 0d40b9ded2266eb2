import { m } from '#lib/paraglide/messages.js';
import { toast } from 'svelte-sonner';

const undoMs = 8_000;

/** Tells in passing what was done. */
export function tell(text: string): void {
	toast(text);
}

/** Tells what was done and offers, for some seconds, to undo it. */
export function offerUndo(text: string, undo: () => void): void {
	toast(text, { duration: undoMs, action: { label: m.undo(), onClick: undo } });
}
