import { expect, test } from 'vitest';
import { pollLimits } from '#lib/platforms/twitch/helix/polls.ts';
import { predictionLimits } from '#lib/platforms/twitch/helix/predictions.ts';
import { draftProblem, emptyDraft, isSameDraft, toFinished, type VoteDraft } from '#lib/state/vote-draft.ts';

const draft: VoteDraft = { title: 'Tea or coffee?', options: ['Tea', 'Coffee'], seconds: 60, pointsPerVote: 0 };

test('what is sent is trimmed and has no empty option', () => {
	expect(toFinished({ ...draft, title: ' Tea? ', options: [' Yes', '', ' ', 'No '] })).toMatchObject({
		title: 'Tea?',
		options: ['Yes', 'No']
	});
});

test.each<[Partial<VoteDraft>, string | undefined]>([
	[{}, undefined],
	[{ title: '  ' }, 'no-title'],
	[{ title: 'x'.repeat(61) }, 'long-title'],
	[{ options: ['Tea', ' '] }, 'few-options'],
	[{ options: ['Tea', 'x'.repeat(26)] }, 'long-option'],
	[{ options: ['Tea', 'tea '] }, 'same-options'],
	[{ seconds: 14 }, 'seconds'],
	[{ seconds: 1_801 }, 'seconds'],
	[{ seconds: 30.5 }, 'seconds'],
	[{ pointsPerVote: 1_000_000 }, undefined],
	[{ pointsPerVote: 1_000_001 }, 'points']
])('a poll with %j has the problem %s', (change, problem) => {
	expect(draftProblem({ ...draft, ...change }, pollLimits)).toBe(problem);
});

test('a prediction has limits of its own', () => {
	expect(draftProblem({ ...draft, title: 'x'.repeat(46) }, predictionLimits)).toBe('long-title');
	expect(draftProblem({ ...draft, seconds: 29 }, predictionLimits)).toBe('seconds');
	expect(draftProblem(emptyDraft, predictionLimits)).toBe('no-title');
});

test('drafts that would start the same are the same', () => {
	expect(isSameDraft(draft, { ...draft, options: ['Tea ', 'Coffee', ''] })).toBe(true);
	expect(isSameDraft(draft, { ...draft, options: ['Coffee', 'Tea'] })).toBe(false);
	expect(isSameDraft(draft, { ...draft, seconds: 61 })).toBe(false);
});
