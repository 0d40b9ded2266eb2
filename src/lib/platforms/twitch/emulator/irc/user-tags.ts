import { badgeInfoIn, badgesIn, isModerator, isSubscriber, type EmulatedUser } from '../emulated-user.ts';
import { emulatedEmotes } from '../images/emotes.ts';
import type { Tags } from './outgoing-line.ts';

/** The tags by which PRIVMSG and USERNOTICE tell who it was. */
export function authorTags(user: EmulatedUser, channel: string): Tags {
	const vip = badgesIn(user, channel).includes('vip/1');
	return {
		...standingTags(user, channel),
		'user-id': user.id,
		turbo: '0',
		// Present only when true.
		...(vip && { vip: '1' })
	};
}

/** The tags of USERSTATE. */
export function stateTags(user: EmulatedUser, channel: string): Tags {
	return { ...standingTags(user, channel), 'emote-sets': emoteSets(user) };
}

/** The tags of GLOBALUSERSTATE. */
export function globalStateTags(user: EmulatedUser): Tags {
	return {
		'badge-info': '',
		badges: user.badges.join(','),
		color: user.color,
		'display-name': user.displayName,
		'emote-sets': emoteSets(user),
		turbo: '0',
		'user-id': user.id,
		'user-type': ''
	};
}

function standingTags(user: EmulatedUser, channel: string): Tags {
	const moderator = isModerator(user, channel);
	return {
		'badge-info': badgeInfoIn(user, channel),
		badges: badgesIn(user, channel).join(','),
		color: user.color,
		'display-name': user.displayName,
		mod: moderator ? '1' : '0',
		subscriber: isSubscriber(user, channel) ? '1' : '0',
		'user-type': moderator ? 'mod' : ''
	};
}

/** Set 0 is the global one; a channel's set has a number of its own. */
function emoteSets(user: EmulatedUser): string {
	const owners = [...new Set(emulatedEmotes.flatMap(({ owner }) => owner ?? []))];
	const sets = owners.flatMap((owner, index) => (isSubscriber(user, owner) ? `30000000${index}` : []));
	return ['0', ...sets].join(',');
}
