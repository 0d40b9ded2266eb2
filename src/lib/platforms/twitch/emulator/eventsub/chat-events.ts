import type { Accounts } from '../accounts.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import type { SpokenLine } from '../irc/chat.ts';
import type { EmulatedNotice, SubscriptionPlan } from '../irc/emulated-notice.ts';
import { toEventUser, type Notifications } from '../notifications.ts';

/** What chat's events are told with. */
export interface ChatEventParts {
	readonly accounts: Accounts;
	readonly notifications: Notifications;
}

/** Tells of bits in a line, as `channel.cheer` and as `channel.bits.use`. */
export function tellCheer(
	{ channel, login, text, bits }: SpokenLine,
	{ accounts, notifications }: ChatEventParts
): void {
	if (bits === undefined) return;
	const owner = accounts.named(channel);
	const user = toEventUser(accounts.named(login));
	notifications.tell('channel.cheer', owner, { ...user, is_anonymous: false, message: text, bits });
	const message = { text, fragments: [{ type: 'text', text, cheermote: null, emote: null }] };
	notifications.tell('channel.bits.use', owner, { ...user, bits, type: 'cheer', power_up: null, message });
}

/** Tells of what a notice of chat is about, where EventSub tells of it too. */
export function tellNotice(notice: EmulatedNotice, parts: ChatEventParts): void {
	const owner = parts.accounts.named(notice.channel);
	const user = parts.accounts.named(notice.login);
	switch (notice.type) {
		case 'sub':
			return tellSubscription(parts, owner, user, { plan: notice.plan, given: false });
		case 'resub': {
			const { months, streakMonths = null, plan, text = '' } = notice;
			return parts.notifications.tell('channel.subscription.message', owner, {
				...toEventUser(user),
				tier: toTier(plan),
				message: { text, emotes: null },
				cumulative_months: months,
				streak_months: streakMonths,
				duration_months: 1
			});
		}
		case 'subgift':
			return tellGifts(parts, owner, user, { plan: notice.plan, recipients: [notice.recipientLogin] });
		case 'submysterygift':
			return tellGifts(parts, owner, user, { plan: notice.plan, recipients: notice.recipientLogins });
		case 'raid':
			return tellRaid(parts.notifications, { from: user, to: owner, viewers: notice.viewers });
		default:
			return;
	}
}

/** Tells both ends of a raid. */
export function tellRaid(
	notifications: Notifications,
	{ from, to, viewers }: { readonly from: EmulatedUser; readonly to: EmulatedUser; readonly viewers: number }
): void {
	const event = { ...toEventUser(from, 'from_broadcaster_'), ...toEventUser(to, 'to_broadcaster_'), viewers };
	const about = { from_broadcaster_user_id: from.id, to_broadcaster_user_id: to.id };
	notifications.emit({ type: 'channel.raid', about, event });
}

interface Subscribing {
	readonly plan: SubscriptionPlan | undefined;
	readonly given: boolean;
}

function tellSubscription(
	{ notifications }: ChatEventParts,
	owner: EmulatedUser,
	user: EmulatedUser,
	{ plan, given }: Subscribing
): void {
	notifications.tell('channel.subscribe', owner, { ...toEventUser(user), tier: toTier(plan), is_gift: given });
}

interface Gifts {
	readonly plan: SubscriptionPlan | undefined;
	readonly recipients: readonly string[];
}

/** Who is given a subscription is told as well, one by one. */
function tellGifts(parts: ChatEventParts, owner: EmulatedUser, giver: EmulatedUser, { plan, recipients }: Gifts): void {
	parts.notifications.tell('channel.subscription.gift', owner, {
		...toEventUser(giver),
		tier: toTier(plan),
		total: recipients.length,
		cumulative_total: null,
		is_anonymous: false
	});
	for (const login of recipients) tellSubscription(parts, owner, parts.accounts.named(login), { plan, given: true });
}

function toTier(plan: SubscriptionPlan = '1000'): string {
	return plan === 'Prime' ? '1000' : plan;
}
