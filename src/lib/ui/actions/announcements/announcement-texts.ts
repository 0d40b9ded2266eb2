import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import * as v from 'valibot';

/** In the order in which they are offered; the first is the channel's own. */
export const announcementColors = ['primary', 'blue', 'green', 'orange', 'purple'] as const;

const mostSaved = 20;
const mostRecent = 5;

/** An announcement as it is typed, kept or repeated. */
export const announcementSchema = v.object({
	message: v.pipe(v.string(), v.maxLength(4_000)),
	color: v.picklist(announcementColors)
});

/** What is announced, and in which colour. */
export type Announcement = Readonly<v.InferOutput<typeof announcementSchema>>;

const textsSchema = v.object({
	saved: v.pipe(v.array(announcementSchema), v.maxLength(mostSaved)),
	recent: v.pipe(v.array(announcementSchema), v.maxLength(mostRecent))
});

/** The announcements that are kept in this browser, and the newest that were made. */
export type AnnouncementTexts = v.InferOutput<typeof textsSchema>;

/** The announcements of this browser. */
export const announcementTexts = new StoredValue({
	key: 'tributary.announcements',
	schema: textsSchema,
	initial: { saved: [], recent: [] },
	storage: () => localStorage
});

/** Remembers what was announced, unless it is kept anyway. */
export function rememberAnnouncement({ saved, recent }: AnnouncementTexts, made: Announcement): AnnouncementTexts {
	const others = without(recent, made);
	const kept = saved.some((one) => isSame(one, made));
	return { saved, recent: kept ? others : [{ ...made }, ...others].slice(0, mostRecent) };
}

/** Keeps an announcement, or lets it go among the newest; the oldest kept one makes room. */
export function toggleAnnouncement({ saved, recent }: AnnouncementTexts, one: Announcement): AnnouncementTexts {
	const others = without(saved, one);
	if (others.length < saved.length)
		return { saved: others, recent: [{ ...one }, ...without(recent, one)].slice(0, mostRecent) };
	return { saved: [...saved, { ...one }].slice(-mostSaved), recent: without(recent, one) };
}

function without(list: readonly Announcement[], one: Announcement): Announcement[] {
	return list.filter((other) => !isSame(other, one));
}

function isSame(one: Announcement, other: Announcement): boolean {
	return one.message === other.message && one.color === other.color;
}
