import { m } from '#lib/paraglide/messages.js';

/** A key and what it does, as the keys dialog lists it. */
export interface KeyHint {
	readonly keys: readonly string[];
	readonly action: string;
}

/** Every key of the panel. */
export function keyHints(): readonly KeyHint[] {
	return [
		{ keys: ['?'], action: m.key_help() },
		{ keys: ['/'], action: m.key_write() },
		{ keys: ['Enter'], action: m.key_send() },
		{ keys: ['↑', '↓', 'Tab'], action: m.key_complete() },
		{ keys: ['Ctrl E'], action: m.key_emotes() },
		{ keys: ['R'], action: m.key_reply() },
		{ keys: ['C'], action: m.key_chat() },
		{ keys: ['A', 'P', 'E', 'G', 'M'], action: m.key_places() },
		{ keys: ['1', '2', '3', '4'], action: m.key_column() },
		{ keys: ['Ctrl F'], action: m.key_search() },
		{ keys: ['F'], action: m.key_filter() },
		{ keys: ['↑', '↓'], action: m.key_line() },
		{ keys: ['Enter'], action: m.key_open_line() },
		{ keys: ['U'], action: m.key_read() },
		{ keys: ['Page Up'], action: m.key_scroll() },
		{ keys: ['End', 'Esc'], action: m.key_newest() }
	];
}

/** Whether a key press belongs to something that is typed into, or to the browser. */
export function isTyping(event: KeyboardEvent): boolean {
	if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
	return event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role=dialog]') !== null;
}
