import { m } from '#lib/paraglide/messages.js';
import { longestWarning } from '#lib/platforms/twitch/helix/warnings.ts';
import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import * as v from 'valibot';

/** As many reasons as are kept. */
export const mostReasons = 20;

const reason = v.pipe(v.string(), v.maxLength(longestWarning));

/** Whom to warn and why, as typed so far in this tab. */
export const warnDraft = new StoredValue({
	key: 'tributary.warning',
	schema: v.object({ name: v.pipe(v.string(), v.maxLength(100)), reason }),
	initial: { name: '', reason: '' },
	storage: () => sessionStorage
});

/** Reasons that a streamer gives again and again. */
export const warnReasons = new StoredValue({
	key: 'tributary.warn-reasons',
	schema: v.pipe(v.array(reason), v.maxLength(mostReasons)),
	initial: [
		m.queue_warn_preset_kind(),
		m.queue_warn_preset_spam(),
		m.queue_warn_preset_spoilers(),
		m.queue_warn_preset_ads()
	],
	storage: () => localStorage
});
