import { helixError, jsonAnswer } from '../answers.ts';
import type { Accounts } from '../accounts.ts';
import { badgeImageId, emulatedBadges, type EmulatedBadge } from '../badges.ts';
import type { HelixEndpoint } from './endpoint.ts';

const imageHost = 'https://static-cdn.jtvnw.net';

/** The endpoints on chat badges; any token will do. @see https://dev.twitch.tv/docs/api/reference/#get-global-chat-badges */
export function badgeEndpoints(accounts: Accounts): readonly HelixEndpoint[] {
	return [
		{ method: 'GET', path: '/chat/badges/global', answer: () => answerBadges(undefined) },
		{
			method: 'GET',
			path: '/chat/badges',
			answer({ query }) {
				const id = query.get('broadcaster_id') ?? '';
				if (!/^\d+$/.test(id)) return helixError(400, 'The parameter "broadcaster_id" was malformed');
				return answerBadges(accounts.byId(id)?.login ?? '');
			}
		}
	];
}

function answerBadges(owner: string | undefined): Response {
	const badges = emulatedBadges.filter((badge) => badge.owner === owner);
	const sets = [...new Set(badges.map(({ set }) => set))];
	const data = sets.map((set) => ({
		set_id: set,
		versions: badges.filter((badge) => badge.set === set).map(formatVersion)
	}));
	return jsonAnswer({ data });
}

function formatVersion(badge: EmulatedBadge) {
	const image = `${imageHost}/badges/v1/${badgeImageId(badge)}`;
	return {
		id: badge.version,
		image_url_1x: `${image}/1`,
		image_url_2x: `${image}/2`,
		image_url_4x: `${image}/3`,
		title: badge.title,
		description: badge.title,
		click_action: null,
		click_url: null
	};
}
