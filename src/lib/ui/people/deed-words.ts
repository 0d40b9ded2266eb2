import { m } from '#lib/paraglide/messages.js';
import type { Deed, GivenRole } from '#lib/platforms/twitch/deeds.ts';
import type { RefusalWords } from '#lib/ui/actions/action-failure.ts';
import { spanText } from '#lib/ui/chat/span-text.ts';

const given: Readonly<Record<GivenRole, (words: { readonly name: string }) => string>> = {
	moderator: m.people_moderator_given,
	vip: m.people_vip_given
};
const taken: typeof given = { moderator: m.people_moderator_taken, vip: m.people_vip_taken };

/** What was done, told afterwards. */
export function deedDone(deed: Deed, name: string): string {
	switch (deed.type) {
		case 'timeout':
			return m.moderate_timed_out({ name, duration: spanText(deed.seconds) });
		case 'ban':
			return m.moderate_banned({ name });
		case 'unban':
			return m.moderate_unbanned({ name });
		case 'warning':
			return m.people_warned({ name });
		case 'role':
			return (deed.given ? given : taken)[deed.role]({ name });
		case 'shoutout':
			return m.people_shouted_out({ name });
		case 'deletion':
			return m.moderate_deleted();
		default:
			return deed satisfies never;
	}
}

/** Why Twitch refuses a deed, where its own words would not help. */
export function deedRefusals(deed: Deed | undefined, name: string): RefusalWords {
	switch (deed?.type) {
		case 'timeout':
		case 'ban':
		case 'unban':
			return { status_409: () => m.people_ban_conflict({ name }) };
		case 'role':
			return deed.role === 'vip' ? vipRefusals(deed.given, name) : moderatorRefusals(deed.given, name);
		case 'shoutout':
			return { status_400: m.people_shoutout_offline };
		case 'deletion':
			return { status_404: m.people_message_gone };
		default:
			return {};
	}
}

function vipRefusals(given: boolean, name: string): RefusalWords {
	const stale = () => (given ? m.people_vip_already({ name }) : m.people_vip_not({ name }));
	return { status_409: m.people_vip_slots, status_425: m.people_vip_locked, status_422: stale };
}

function moderatorRefusals(given: boolean, name: string): RefusalWords {
	const stale = () => (given ? m.people_moderator_already({ name }) : m.people_moderator_not({ name }));
	return { status_400: stale, status_422: () => m.people_moderator_vip({ name }) };
}
