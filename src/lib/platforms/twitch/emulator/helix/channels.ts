import { helixError, jsonAnswer } from '../answers.ts';
import { emulatedLabels } from '../content-labels.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import { SlidingWindow } from '../irc/sliding-window.ts';
import { missingParameter, readBody, readChannelCall, type ChannelParts } from './channel-call.ts';
import { readInformationChange } from './channel-change.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const rules = { scope: 'channel:manage:broadcast' } as const;
const mostChannels = 100;
const brandedWindowMs = 60_000;
const brandedChanges = 5;

/** What channels say about themselves. @see https://dev.twitch.tv/docs/api/reference/#modify-channel-information */
export function channelEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const branded = new SlidingWindow(brandedWindowMs);
	return [
		{ method: 'GET', path: '/channels', answer: (call) => answerChannels(call, parts) },
		{ method: 'PATCH', path: '/channels', answer: (call) => answerChange(call, parts, branded) },
		{ method: 'GET', path: '/content_classification_labels', answer: answerLabels }
	];
}

function answerChannels({ query, token }: HelixCall, parts: ChannelParts): Response {
	const ids = query.getAll('broadcaster_id');
	if (ids.length === 0) return missingParameter('broadcaster_id');
	if (ids.length > mostChannels || ids.some((id) => !/^\d{1,20}$/.test(id)))
		return helixError(400, 'The parameter "broadcaster_id" was malformed');
	const owners = ids.map((id) => parts.accounts.byId(id)).filter((owner) => owner !== undefined);
	return jsonAnswer({ data: owners.map((owner) => formatChannel(owner, parts, { isOwn: owner.id === token.userId })) });
}

async function answerChange(call: HelixCall, parts: ChannelParts, branded: SlidingWindow): Promise<Response> {
	const checked = readChannelCall(call, parts, rules);
	if (checked instanceof Response) return checked;
	const { owner } = checked.room;
	const known = parts.streams.informationOf(owner);
	const change = readInformationChange(await readBody(call.request), owner, known);
	if (change instanceof Response) return change;
	const brands = change.isBrandedContent !== undefined && change.isBrandedContent !== known.isBrandedContent;
	if (brands && !branded.take(owner.id, brandedChanges, parts.chat.clock.now()))
		return helixError(409, 'The branded content flag was changed too often. Try again later.');
	parts.streams.setInformation(owner, change);
	return new Response(null, { status: 204 });
}

function answerLabels(): Response {
	return jsonAnswer({ data: emulatedLabels.map(({ id, name, description }) => ({ id, name, description })) });
}

/** The delay is told to the channel's owner alone. */
function formatChannel(owner: EmulatedUser, { streams }: ChannelParts, { isOwn }: { readonly isOwn: boolean }) {
	const information = streams.informationOf(owner);
	return {
		broadcaster_id: owner.id,
		broadcaster_login: owner.login,
		broadcaster_name: owner.displayName,
		broadcaster_language: information.language,
		game_id: information.categoryId,
		game_name: information.categoryName,
		title: information.title,
		delay: isOwn ? information.delay : 0,
		tags: information.tags,
		content_classification_labels: information.labels,
		is_branded_content: information.isBrandedContent
	};
}
