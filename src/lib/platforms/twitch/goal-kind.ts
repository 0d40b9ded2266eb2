import * as v from 'valibot';

/** What a goal counts, in Helix's words. @see https://dev.twitch.tv/docs/api/reference/#get-creator-goals */
export const goalKind = v.picklist([
	'follower',
	'subscription',
	'subscription_count',
	'new_subscription',
	'new_subscription_count',
	'new_bit',
	'new_cheerer'
]);
