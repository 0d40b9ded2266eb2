/** Somebody in three fields, as EventSub names people. */
export const names = (prefix: string, id: string, name: string) => ({
	[`${prefix}user_id`]: id,
	[`${prefix}user_login`]: name.toLowerCase(),
	[`${prefix}user_name`]: name
});

/** Whose channel it is. */
export const broadcaster = names('broadcaster_', '7', 'Ada');
/** Whom it is about. */
export const viewer = names('', '9', 'Bo');
/** Who did it. */
export const moderator = names('moderator_', '8', 'Cy');
/** All three. */
export const by = { ...broadcaster, ...viewer, ...moderator };
export const startedAt = '2026-01-01T12:00:00.000000001Z';
export const later = '2026-01-01T12:05:00.5Z';

export const person = { userId: '9', login: 'bo', displayName: 'Bo' };
export const mod = { userId: '8', login: 'cy', displayName: 'Cy' };
export const at = Date.UTC(2026, 0, 1, 12);
export const laterAt = at + 300_500;

export const text = (words: string) => ({ text: words, fragments: [], emotes: [] });
