import type { ListedBan, ListedPerson, ListedSubscription } from '#lib/model/listed-person.ts';
import { m } from '#lib/paraglide/messages.js';
import { dayText } from '#lib/ui/chat/age-text.ts';
import { clockText } from '#lib/ui/settings/clock-text.ts';

const dayMs = 86_400_000;

/** What a list tells of somebody beside the name, in one line; empty where there is nothing. */
export function personFacts({ login, displayName, since, subscription, ban }: ListedPerson, now: number): string {
	return [
		displayName.toLowerCase() === login ? '' : login,
		subscription ? subscriptionText(subscription) : '',
		ban ? banText(ban, since, now) : since === undefined ? '' : m.people_since({ date: dayText(since) })
	]
		.filter((fact) => fact !== '')
		.join(' · ');
}

/** How somebody is kept out, by whom, and why. */
export function banText({ endsAt, by, reason }: ListedBan, since: number | undefined, now: number): string {
	const kept =
		endsAt === undefined
			? since === undefined
				? m.people_banned_plain()
				: m.people_banned_on({ date: dayText(since) })
			: m.people_timed_out_until({ time: endsAt - now < dayMs ? clockText(endsAt) : dayText(endsAt) });
	return [by === '' ? kept : `${kept} ${m.people_by({ name: by })}`, reason].filter((part) => part !== '').join(' · ');
}

function subscriptionText({ tier, gifted, gifter }: ListedSubscription): string {
	const gift = gifter === undefined ? m.people_gift() : m.people_gift_from({ name: gifter });
	return [m.people_tier({ tier: tier.charAt(0) }), ...(gifted ? [gift] : [])].join(' · ');
}
