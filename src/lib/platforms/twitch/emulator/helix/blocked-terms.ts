import { helixError, jsonAnswer } from '../answers.ts';
import { toEventUser } from '../notifications.ts';
import type { Room } from '../irc/room.ts';
import { missingParameter, readBody, readChannelCall, type ChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';
import { answerPage } from './page-answer.ts';

const path = '/moderation/blocked_terms';
const manageScope = 'moderator:manage:blocked_terms';
const readScope = 'moderator:read:blocked_terms';
const shortestTerm = 2;
const longestTerm = 500;

interface Term {
	readonly id: string;
	readonly text: string;
	readonly moderatorId: string;
	readonly createdAt: number;
}

/** The terms of a room, newest first, and a number for the next one. */
interface Terms {
	readonly list: readonly Term[];
	readonly nextId: number;
}

type TermsOfRooms = WeakMap<Room, Terms>;

/** What may not be said in a channel. @see https://dev.twitch.tv/docs/api/reference/#get-blocked-terms */
export function blockedTermEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const terms: TermsOfRooms = new WeakMap();
	return [
		{ method: 'GET', path, answer: (call) => answerList(call, parts, terms) },
		{ method: 'POST', path, answer: (call) => answerAdd(call, parts, terms) },
		{ method: 'DELETE', path, answer: (call) => answerRemove(call, parts, terms) }
	];
}

function answerList(call: HelixCall, parts: ChannelParts, terms: TermsOfRooms): Response {
	const scope = call.token.scopes.includes(manageScope) ? manageScope : readScope;
	const checked = readChannelCall(call, parts, { scope, moderators: true });
	if (checked instanceof Response) return checked;
	const { list } = termsOf(checked.room, terms);
	return answerPage(
		checked.query,
		list.map((term) => formatTerm(term, checked.room))
	);
}

async function answerAdd(call: HelixCall, parts: ChannelParts, terms: TermsOfRooms): Promise<Response> {
	const checked = readChannelCall(call, parts, { scope: manageScope, moderators: true });
	if (checked instanceof Response) return checked;
	const { text } = await readBody(call.request);
	const length = typeof text === 'string' ? [...text].length : 0;
	if (typeof text !== 'string' || length < shortestTerm || length > longestTerm)
		return helixError(400, 'The length of the term in the text field must be from 2 to 500 characters.');
	const { room, actor } = checked;
	const { list, nextId } = termsOf(room, terms);
	const known = list.find((term) => term.text === text);
	if (known) return jsonAnswer({ data: [formatTerm(known, room)] });
	const term = { id: `term-${nextId}`, text, moderatorId: actor.id, createdAt: parts.chat.clock.now() };
	terms.set(room, { list: [term, ...list], nextId: nextId + 1 });
	tell(checked, parts, { change: 'add', text });
	return jsonAnswer({ data: [formatTerm(term, room)] });
}

function answerRemove(call: HelixCall, parts: ChannelParts, terms: TermsOfRooms): Response {
	const checked = readChannelCall(call, parts, { scope: manageScope, moderators: true });
	if (checked instanceof Response) return checked;
	const id = checked.query.get('id');
	if (!id) return missingParameter('id');
	const { list, nextId } = termsOf(checked.room, terms);
	const term = list.find((one) => one.id === id);
	if (term) {
		terms.set(checked.room, { list: list.filter((one) => one !== term), nextId });
		tell(checked, parts, { change: 'remove', text: term.text });
	}
	return new Response(null, { status: 204 });
}

function termsOf(room: Room, terms: TermsOfRooms): Terms {
	return terms.get(room) ?? { list: [], nextId: 1 };
}

function tell(
	{ room, actor }: ChannelCall,
	{ notifications }: ChannelParts,
	{ change, text }: { readonly change: 'add' | 'remove'; readonly text: string }
): void {
	const moderator = toEventUser(actor, 'moderator_');
	const terms = { from_automod: false, terms: [text] };
	notifications.tell('automod.terms.update', room.owner, { ...moderator, action: `${change}_blocked`, ...terms });
	notifications.tell('channel.moderate', room.owner, {
		...moderator,
		action: `${change}_blocked_term`,
		automod_terms: { action: change, list: 'blocked', ...terms }
	});
}

function formatTerm({ id, text, moderatorId, createdAt }: Term, { owner }: Room) {
	const at = new Date(createdAt).toISOString();
	return {
		broadcaster_id: owner.id,
		moderator_id: moderatorId,
		id,
		text,
		created_at: at,
		updated_at: at,
		expires_at: null
	};
}
