import type { StreamInformation, StreamInformationChange } from '#lib/platforms/twitch/helix/channels.ts';
import { labelOfCategory } from '#lib/platforms/twitch/helix/content-labels.ts';

/** What has to change for a channel to say something else; empty where it says so already. */
export function changeBetween(now: StreamInformation, wanted: StreamInformation): StreamInformationChange {
	const labels = changedLabels(now.labels, wanted.labels);
	return {
		...(wanted.title !== now.title && { title: wanted.title }),
		...(wanted.category?.id !== now.category?.id && { category: wanted.category }),
		...(wanted.tags.join(' ') !== now.tags.join(' ') && { tags: wanted.tags }),
		...(wanted.language !== now.language && { language: wanted.language }),
		...(Object.keys(labels).length > 0 && { labels }),
		...(wanted.branded !== now.branded && { branded: wanted.branded })
	};
}

/** Twitch is told of each label on its own, so one that only it knows stays as it is. */
function changedLabels(now: readonly string[], wanted: readonly string[]): Readonly<Record<string, boolean>> {
	const added = wanted.filter((label) => !now.includes(label)).map((label) => [label, true] as const);
	const removed = now.filter((label) => !wanted.includes(label)).map((label) => [label, false] as const);
	return Object.fromEntries([...added, ...removed].filter(([label]) => label !== labelOfCategory));
}
