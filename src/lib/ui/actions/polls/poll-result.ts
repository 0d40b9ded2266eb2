import type { Poll } from '#lib/model/poll.ts';
import { m } from '#lib/paraglide/messages.js';
import { shareText } from '#lib/ui/actions/votes/number-text.ts';

/** All votes of a poll. */
export function totalVotes({ choices }: Poll): number {
	return choices.reduce((sum, { votes }) => sum + votes, 0);
}

/** How a poll came out, in a few words. */
export function pollResult(poll: Poll): string {
	if (poll.status === 'moderated') return m.poll_removed();
	const total = totalVotes(poll);
	const most = Math.max(0, ...poll.choices.map(({ votes }) => votes));
	const [best, second] = poll.choices.filter(({ votes }) => votes === most);
	if (total === 0 || !best) return m.poll_nobody();
	return second ? m.poll_tied() : m.poll_won({ choice: best.title, share: shareText(best.votes, total) });
}
