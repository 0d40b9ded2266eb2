import type { ActivityEntry, ActivityEvent } from '#lib/model/activity.ts';
import { m } from '#lib/paraglide/messages.js';
import { platformName } from '#lib/ui/chat/status-text.ts';
import { activityTime, tierText } from './activity-text.ts';

const mostNames = 20;

/** What there is to know of a line beyond its words, a sentence each. */
export function activityDetails({ event, recipients }: ActivityEntry): readonly string[] {
	const names = recipients.map(({ person }) => person.displayName || person.login);
	return [...eventDetails(event), ...recipientsDetail(names), atDetail(event)];
}

function eventDetails(event: ActivityEvent): readonly string[] {
	switch (event.type) {
		case 'subscription':
			return told(tierText(event.tier));
		case 'resubscription': {
			const streak = event.streakMonths;
			return [...told(tierText(event.tier)), ...(streak ? [m.activity_streak({ count: streak })] : [])];
		}
		case 'gift':
			return [...told(tierText(event.tier)), ...(event.total ? [m.activity_gift_total({ count: event.total })] : [])];
		case 'ban':
		case 'warning':
			return event.reason === '' ? [] : [m.activity_reason({ reason: event.reason })];
		case 'poll':
			return event.poll.choices.map(({ title, votes }) => m.activity_votes({ title, votes }));
		case 'prediction': {
			const { outcomes, winningOutcomeId } = event.prediction;
			const winner = outcomes.find(({ id }) => id === winningOutcomeId);
			return winner ? [m.activity_winner({ title: winner.title })] : [];
		}
		default:
			return [];
	}
}

function recipientsDetail(names: readonly string[]): readonly string[] {
	if (names.length === 0) return [];
	const shown = names.slice(0, mostNames).join(', ');
	const count = names.length - mostNames;
	return [count > 0 ? m.activity_recipients_more({ names: shown, count }) : m.activity_recipients({ names: shown })];
}

function atDetail({ at, platform }: ActivityEvent): string {
	return m.activity_at({ time: activityTime(at), platform: platformName(platform) });
}

function told(text: string): readonly string[] {
	return text === '' ? [] : [text];
}
