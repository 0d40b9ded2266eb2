import { longestResolution } from '#lib/platforms/twitch/helix/unban-requests.ts';
import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import * as v from 'valibot';

/** Which request is being answered in this tab, and what was typed so far. */
export const unbanDraft = new StoredValue({
	key: 'tributary.unban-answer',
	schema: v.object({
		requestId: v.pipe(v.string(), v.maxLength(100)),
		text: v.pipe(v.string(), v.maxLength(longestResolution))
	}),
	initial: { requestId: '', text: '' },
	storage: () => sessionStorage
});
