import { expect, test } from 'vitest';
import type { Poll } from '#lib/model/poll.ts';
import { pollResult } from '#lib/ui/actions/polls/poll-result.ts';

const poll: Poll = { id: '1', title: 'Tea?', choices: [], status: 'completed', startedAt: 0, endsAt: 60_000 };
const withVotes = (...votes: readonly number[]): Poll => ({
	...poll,
	choices: votes.map((count, index) => ({ id: `${index}`, title: `#${index}`, votes: count, channelPointsVotes: 0 }))
});

test.each([
	[[30, 10], '#0 won with 75%'],
	[[1, 2, 0], '#1 won with 67%'],
	[[5, 5, 1], 'A tie'],
	[[0, 0], 'Nobody voted']
])('votes of %j read as “%s”', (votes, text) => {
	expect(pollResult(withVotes(...votes))).toBe(text);
});

test('a poll that Twitch took down says so, whatever its votes', () => {
	expect(pollResult({ ...withVotes(3, 1), status: 'moderated' })).toBe('Twitch took this poll down.');
});
