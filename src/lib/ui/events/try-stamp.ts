import type { StreamEventStamp } from '#lib/model/stream-event.ts';

/** The stamp of an event that is made up now. */
export function tryStamp(): Pick<StreamEventStamp, 'id' | 'at'> {
	const at = Date.now();
	return { id: `try-${at}-${Math.random().toString(36).slice(2)}`, at };
}
