import { m } from '#lib/paraglide/messages.js';
import type { ChatColumn } from '#lib/state/chat-columns.ts';

/** What a column is called: its own name, else its place. */
export function columnName({ name }: ChatColumn, index: number): string {
	return name.trim() || m.column_numbered({ number: index + 1 });
}
