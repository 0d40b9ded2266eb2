import { helixError } from '../answers.ts';
import { findCategory } from '../categories.ts';
import { emulatedLabels } from '../content-labels.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import type { ChannelInformation } from '../streams.ts';
import { toObject } from './channel-call.ts';

const longestTitle = 140;
const longestTag = 25;
const mostTags = 10;
const longestDelaySeconds = 900;
const languagePattern = /^(?:[a-z]{2}|other|asl)$/;

interface Context {
	readonly owner: EmulatedUser;
	readonly known: ChannelInformation;
}

type Change = Partial<ChannelInformation> | Response;

const readers: Readonly<Record<string, (value: unknown, context: Context) => Change>> = {
	title: readTitle,
	game_id: readGame,
	broadcaster_language: readLanguage,
	delay: readDelay,
	tags: readTags,
	content_classification_labels: readLabels,
	is_branded_content: readBranded
};

/** Reads what a channel is to say from now on, or why Twitch refuses it. @see https://dev.twitch.tv/docs/api/reference/#modify-channel-information */
export function readInformationChange(
	body: Readonly<Record<string, unknown>>,
	owner: EmulatedUser,
	known: ChannelInformation
): Change {
	const given = Object.entries(readers).filter(([field]) => body[field] !== undefined);
	if (given.length === 0) return helixError(400, 'The request must set at least one field of the channel.');
	const changes = given.map(([field, read]) => read(body[field], { owner, known }));
	const refusal = changes.find((change) => change instanceof Response);
	return refusal ?? Object.assign({}, ...changes);
}

function readTitle(title: unknown): Change {
	if (typeof title !== 'string' || title.trim() === '') return helixError(400, 'The title field must not be empty.');
	return [...title].length > longestTitle ? helixError(400, 'The title is too long.') : { title };
}

function readGame(value: unknown): Change {
	if (value === '' || value === '0') return { categoryId: '', categoryName: '' };
	const category = typeof value === 'string' ? findCategory(value) : undefined;
	if (!category) return helixError(400, 'The ID in game_id was not found.');
	return { categoryId: category.id, categoryName: category.name };
}

function readLanguage(language: unknown): Change {
	if (typeof language === 'string' && languagePattern.test(language)) return { language };
	return helixError(400, 'The value in broadcaster_language is not valid.');
}

function readDelay(value: unknown, { owner }: Context): Change {
	const valid = Number.isInteger(value) && Number(value) >= 0 && Number(value) <= longestDelaySeconds;
	if (!valid || owner.broadcasterType !== 'partner') return helixError(400, 'The value in delay is not valid.');
	return { delay: Number(value) };
}

function readTags(tags: unknown): Change {
	if (!Array.isArray(tags) || tags.length > mostTags)
		return helixError(400, `The tags field takes at most ${mostTags} tags.`);
	if (tags.every(isTag)) return { tags };
	return helixError(400, 'A tag is empty, too long, or has spaces or special characters.');
}

function isTag(value: unknown): value is string {
	return typeof value === 'string' && [...value].length <= longestTag && /^[\p{L}\p{M}\p{N}]+$/u.test(value);
}

function readLabels(value: unknown, { known }: Context): Change {
	if (!Array.isArray(value)) return helixError(400, 'The content_classification_labels field must be a list.');
	const labels = new Set(known.labels);
	for (const entry of value) {
		const { id, is_enabled: enabled } = toObject(entry);
		const label = emulatedLabels.find((one) => one.id === id);
		if (!label || typeof enabled !== 'boolean') return helixError(400, 'A content classification label is not valid.');
		if ('ofCategory' in label) return helixError(403, `The label ${label.id} may not be set for this channel.`);
		if (enabled) labels.add(label.id);
		else labels.delete(label.id);
	}
	return { labels: [...labels] };
}

function readBranded(isBrandedContent: unknown): Change {
	if (typeof isBrandedContent === 'boolean') return { isBrandedContent };
	return helixError(400, 'The value in is_branded_content is not valid.');
}
