import { helixError, jsonAnswer } from '../answers.ts';
import { boxArtName, emulatedCategories, type EmulatedCategory } from '../categories.ts';
import { missingParameter } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';
import { answerPage } from './page-answer.ts';

const imageHost = 'https://static-cdn.jtvnw.net';
const mostIdentifiers = 100;

/** What can be streamed; any token will do. @see https://dev.twitch.tv/docs/api/reference/#get-games */
export function categoryEndpoints(): readonly HelixEndpoint[] {
	return [
		{ method: 'GET', path: '/games', answer: answerGames },
		{ method: 'GET', path: '/search/categories', answer: answerSearch }
	];
}

/** A name has to match as it is written. */
function answerGames({ query }: HelixCall): Response {
	const ids = query.getAll('id');
	const names = query.getAll('name');
	const asked = ids.length + names.length + query.getAll('igdb_id').length;
	if (asked === 0 || asked > mostIdentifiers)
		return helixError(400, `The request must name 1 to ${mostIdentifiers} games by id, name or igdb_id.`);
	const found = emulatedCategories.filter(({ id, name }) => ids.includes(id) || names.includes(name));
	return jsonAnswer({
		data: found.map((category) => ({ ...formatCategory(category, '{width}x{height}'), igdb_id: '' })),
		pagination: {}
	});
}

/** @see https://dev.twitch.tv/docs/api/reference/#search-categories */
function answerSearch({ query }: HelixCall): Response {
	const wanted = query.get('query')?.trim().toLowerCase();
	if (!wanted) return missingParameter('query');
	const found = emulatedCategories.filter(({ name }) => name.toLowerCase().includes(wanted));
	return answerPage(
		query,
		found.map((category) => formatCategory(category, '52x72'))
	);
}

function formatCategory(category: EmulatedCategory, size: string) {
	return {
		id: category.id,
		name: category.name,
		box_art_url: `${imageHost}/ttv-boxart/${boxArtName(category)}-${size}.jpg`
	};
}
