import { moderatorQuery } from './moderator-query.ts';
import { requestHelix, type Helix } from './request.ts';

/** The colours of an announcement; `primary` is the channel's own. */
export type AnnouncementColor = 'primary' | 'blue' | 'green' | 'orange' | 'purple';

/** As many characters as an announcement may have; Twitch cuts what is longer. */
export const longestAnnouncement = 500;

/** Between two announcements in a channel. */
export const announcementPauseMs = 2_000;

/** Announces a text in a channel. @see https://dev.twitch.tv/docs/api/reference/#send-chat-announcement */
export async function sendAnnouncement(
	helix: Helix,
	broadcasterId: string,
	announcement: { readonly message: string; readonly color: AnnouncementColor }
): Promise<void> {
	await requestHelix(helix, {
		method: 'POST',
		path: '/chat/announcements',
		scope: 'moderator:manage:announcements',
		query: moderatorQuery(helix, broadcasterId),
		body: announcement
	});
}
