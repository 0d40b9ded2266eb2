import { expect, test } from 'vitest';
import { createPoll, endPoll, requestPolls } from '#lib/platforms/twitch/helix/polls.ts';
import { answer, createHelix } from './helix-fixture.ts';

const poll = {
	id: 'ed961efd-8a3f-4cf5-a9d0-e616c590cd2a',
	broadcaster_id: '7',
	broadcaster_name: 'Ada',
	broadcaster_login: 'ada',
	title: 'Tea or\u202e coffee?',
	choices: [
		{ id: '4c123012', title: 'Tea', votes: 3, channel_points_votes: 1, bits_votes: 0 },
		{ id: '279087e3', title: 'Coffee', votes: 4, channel_points_votes: 0, bits_votes: 0 }
	],
	bits_voting_enabled: false,
	bits_per_vote: 0,
	channel_points_voting_enabled: true,
	channel_points_per_vote: 100,
	status: 'ACTIVE',
	duration: 60,
	started_at: '2026-01-01T12:00:00.123456789Z',
	ended_at: null
};
const listed = (...data: readonly unknown[]) => answer(200, { data, pagination: {} });

test('a poll is read into our own words, with the moment at which it will end', async () => {
	const { helix, calls } = createHelix([listed(poll)]);

	const polls = await requestPolls(helix, '7');

	expect(calls[0]?.call).toBe('GET /polls?broadcaster_id=7&first=20');
	expect(polls).toEqual([
		{
			id: poll.id,
			title: 'Tea or coffee?',
			choices: [
				{ id: '4c123012', title: 'Tea', votes: 3, channelPointsVotes: 1 },
				{ id: '279087e3', title: 'Coffee', votes: 4, channelPointsVotes: 0 }
			],
			status: 'active',
			startedAt: Date.UTC(2026, 0, 1, 12, 0, 0, 123),
			endsAt: Date.UTC(2026, 0, 1, 12, 1, 0, 123),
			channelPointsPerVote: 100
		}
	]);
});

test('a poll that is over tells when it ended, and one without paid votes no price', async () => {
	const over = { status: 'TERMINATED', ended_at: '2026-01-01T12:00:30Z', channel_points_voting_enabled: false };
	const { helix } = createHelix([listed({ ...poll, ...over })]);

	const [told] = await requestPolls(helix, '7');

	expect(told).toMatchObject({ status: 'terminated', endsAt: Date.UTC(2026, 0, 1, 12, 0, 30) });
	expect(told).not.toHaveProperty('channelPointsPerVote');
});

test('a poll is started with its price only where votes can be bought', async () => {
	const { helix, calls } = createHelix([listed(poll), listed(poll)]);
	const draft = { title: 'Tea or coffee?', choices: ['Tea', 'Coffee'], seconds: 60 };
	const body = {
		broadcaster_id: '7',
		title: 'Tea or coffee?',
		choices: [{ title: 'Tea' }, { title: 'Coffee' }],
		duration: 60
	};

	await createPoll(helix, '7', draft);
	await createPoll(helix, '7', { ...draft, channelPointsPerVote: 100 });

	expect(calls).toMatchObject([
		{ call: 'POST /polls', body },
		{ call: 'POST /polls', body: { ...body, channel_points_voting_enabled: true, channel_points_per_vote: 100 } }
	]);
	expect(calls[0]?.body).toEqual(body);
});

test('a poll is ended by its id, in the words of Helix', async () => {
	const { helix, calls } = createHelix([listed({ ...poll, status: 'ARCHIVED', ended_at: poll.started_at })]);

	expect(await endPoll(helix, '7', { pollId: poll.id, status: 'archived' })).toMatchObject({ status: 'archived' });
	expect(calls[0]).toMatchObject({
		call: 'PATCH /polls',
		body: { broadcaster_id: '7', id: poll.id, status: 'ARCHIVED' }
	});
});

test.each([
	[{}],
	[{ data: [] }],
	[{ data: [{ ...poll, id: '../x' }] }],
	[{ data: [{ ...poll, started_at: 'soon' }] }],
	[{ data: [{ ...poll, choices: [{ id: '1', title: 'x', votes: -1, channel_points_votes: 0 }] }] }],
	['<html>']
])('an answer like %j to an end is not believed', async (body) => {
	const end = { pollId: poll.id, status: 'terminated' } as const;

	await expect(endPoll(createHelix([answer(200, body)]).helix, '7', end)).rejects.toMatchObject({
		code: 'malformed_answer'
	});
});

test('a poll that makes no sense is left out of the list', async () => {
	const { helix } = createHelix([listed({ ...poll, choices: null }, poll)]);

	expect(await requestPolls(helix, '7')).toMatchObject([{ id: poll.id }]);
});

test('without the scope nothing is sent', async () => {
	const { helix, calls } = createHelix([], ['chat:read']);

	await expect(requestPolls(helix, '7')).rejects.toMatchObject({ scope: 'channel:manage:polls' });
	expect(calls).toEqual([]);
});
