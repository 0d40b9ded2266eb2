import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import { streamInformationSchema } from '#lib/state/stream-information.svelte.ts';
import * as v from 'valibot';

const { title, category, tags, language, labels, branded } = streamInformationSchema.entries;

const draftSchema = v.object({
	title: v.exactOptional(title),
	category: v.exactOptional(category),
	tags: v.exactOptional(tags),
	language: v.exactOptional(language),
	labels: v.exactOptional(labels),
	branded: v.exactOptional(branded)
});

/** Creates what was typed and not saved; a field that nobody touched is not in it, and so follows the channel. */
export function createInformationDraft() {
	return new StoredValue({
		key: 'tributary.stream-information',
		schema: draftSchema,
		initial: {},
		storage: () => sessionStorage
	});
}
