import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
	aggressive: m.queue_category_aggressive,
	aggression: m.queue_category_aggressive,
	bullying: m.queue_category_bullying,
	disability: m.queue_category_disability,
	ableism: m.queue_category_disability,
	misogyny: m.queue_category_misogyny,
	race_ethnicity_or_religion: m.queue_category_race,
	racism: m.queue_category_race,
	sex_based_terms: m.queue_category_sex_terms,
	sexuality_sex_or_gender: m.queue_category_sexuality,
	swearing: m.queue_category_swearing,
	profanity: m.queue_category_swearing,
	blocked_term: m.queue_category_blocked_term
};

/** Why a message was held, in everyday words; a category that is new is told as the platform calls it. */
export function categoryWords(category: string): string {
	const known = Object.hasOwn(words, category) ? words[category]?.() : undefined;
	return known ?? category.replaceAll('_', ' ');
}
