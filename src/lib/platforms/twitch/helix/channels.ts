import type { Category } from '#lib/model/category.ts';
import { RejectionError } from '#lib/model/errors.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { words } from './answer-fields.ts';
import { chosenCategory } from './categories.ts';
import { labelId } from './content-labels.ts';
import { parseAnswer } from './parse-answer.ts';
import { requestHelix, type Helix } from './request.ts';

/** As many characters as a title, and a tag, may have. */
export const longestTitle = 140;
export const longestTag = 25;
/** As many tags as a channel may have. */
export const mostTags = 10;

/** The languages that Twitch knows a channel by; `other` is for every other one. @see https://help.twitch.tv/s/article/languages-on-twitch */
export const streamLanguages = [
	...['ar', 'bg', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'fi', 'fr', 'hi', 'hu', 'id', 'it', 'ja', 'ko', 'ms', 'nl'],
	...['no', 'pl', 'pt', 'ro', 'ru', 'sk', 'sv', 'th', 'tl', 'tr', 'uk', 'vi', 'zh', 'asl', 'other']
] as const;

/** What a channel says about its stream, live or not. */
export interface StreamInformation {
	readonly title: string;
	/** `null` where none is chosen. */
	readonly category: Category | null;
	readonly tags: readonly string[];
	/** A language's code of two letters, or `other`. */
	readonly language: string;
	/** The names of content labels. */
	readonly labels: readonly string[];
	readonly branded: boolean;
}

/** What of it is to change. */
export type StreamInformationChange = Partial<Omit<StreamInformation, 'labels'>> & {
	/** By the name of a label: whether viewers are to be told. */
	readonly labels?: Readonly<Record<string, boolean>>;
};

const path = '/channels';
const noCategory = '0';

const channelAnswer = v.object({
	data: v.tuple([
		v.object({
			title: words,
			game_id: v.string(),
			game_name: words,
			broadcaster_language: v.optional(words, ''),
			tags: v.nullish(v.array(v.unknown()), []),
			content_classification_labels: v.nullish(v.array(v.unknown()), []),
			is_branded_content: v.optional(v.boolean(), false)
		})
	])
});

/** Reads what a channel says about its stream. @see https://dev.twitch.tv/docs/api/reference/#get-channel-information */
export async function requestStreamInformation(helix: Helix, broadcasterId: string): Promise<StreamInformation> {
	const body = await requestHelix(helix, { method: 'GET', path, query: { broadcaster_id: broadcasterId } });
	const [channel] = parseAnswer(channelAnswer, body, 'Twitch did not say what the channel streams.').data;
	return {
		title: channel.title,
		category: chosenCategory(channel.game_id, channel.game_name) ?? null,
		tags: parseEach(words, channel.tags),
		language: channel.broadcaster_language,
		labels: parseEach(labelId, channel.content_classification_labels),
		branded: channel.is_branded_content
	};
}

/** Changes what a channel says about its stream. Throws `RejectionError` `nothing_to_change` without a change. @see https://dev.twitch.tv/docs/api/reference/#modify-channel-information */
export async function updateStreamInformation(
	helix: Helix,
	broadcasterId: string,
	change: StreamInformationChange
): Promise<void> {
	const body = formatChange(change);
	if (Object.keys(body).length === 0) throw new RejectionError('nothing_to_change', 'Nothing is to be changed.');
	await requestHelix(helix, {
		method: 'PATCH',
		path,
		scope: 'channel:manage:broadcast',
		query: { broadcaster_id: broadcasterId },
		body
	});
}

/** Whether a text can be a tag: letters and digits of any script. */
export function isTag(text: string): boolean {
	return [...text].length <= longestTag && /^[\p{L}\p{M}\p{N}]+$/u.test(text);
}

function formatChange({ title, category, tags, language, labels, branded }: StreamInformationChange) {
	return {
		...(title !== undefined && { title }),
		...(category !== undefined && { game_id: category?.id ?? noCategory }),
		...(tags && { tags }),
		...(language && { broadcaster_language: language }),
		...(labels && {
			content_classification_labels: Object.entries(labels).map(([id, enabled]) => ({ id, is_enabled: enabled }))
		}),
		...(branded !== undefined && { is_branded_content: branded })
	};
}
