import { at, broadcaster, later, laterAt, person, startedAt, text, viewer } from './sample-people.ts';

const choices = [{ id: 'c1', title: 'Yes', bits_votes: 0, channel_points_votes: 2, votes: 5 }];
const poll = {
	...broadcaster,
	id: 'p1',
	title: 'Soup?',
	choices,
	bits_voting: { is_enabled: false, amount_per_vote: 0 },
	channel_points_voting: { is_enabled: true, amount_per_vote: 10 },
	started_at: startedAt,
	ends_at: later
};
const readPoll = {
	id: 'p1',
	title: 'Soup?',
	choices: [{ id: 'c1', title: 'Yes', votes: 5, channelPointsVotes: 2 }],
	status: 'active',
	startedAt: at,
	endsAt: laterAt,
	channelPointsPerVote: 10
};

const predictor = { ...viewer, channel_points_won: null, channel_points_used: 500 };
const prediction = {
	...broadcaster,
	id: 'g1',
	title: 'Win?',
	outcomes: [{ id: 'o1', title: 'Yes', color: 'PINK', users: 1, channel_points: 500, top_predictors: [predictor] }],
	started_at: startedAt,
	locks_at: later
};
const readPrediction = {
	id: 'g1',
	title: 'Win?',
	outcomes: [
		{
			id: 'o1',
			title: 'Yes',
			color: 'pink',
			users: 1,
			channelPoints: 500,
			topPredictors: [{ person, channelPointsUsed: 500 }]
		}
	],
	status: 'active',
	startedAt: at,
	locksAt: laterAt
};

const train = {
	...broadcaster,
	id: 'h1',
	level: 2,
	total: 700,
	progress: 200,
	goal: 1_000,
	top_contributions: [{ ...viewer, type: 'bits', total: 50 }],
	shared_train_participants: null,
	started_at: startedAt,
	expires_at: later
};
const readTrain = {
	id: 'h1',
	level: 2,
	total: 700,
	progress: 200,
	goal: 1_000,
	topContributions: [{ person, kind: 'bits', total: 50 }],
	startedAt: at,
	expiresAt: laterAt
};

const goal = {
	...broadcaster,
	id: 'l1',
	type: 'follow',
	description: 'Ship',
	current_amount: 3,
	target_amount: 9,
	started_at: startedAt
};
const readGoal = { id: 'l1', kind: 'follower', description: 'Ship', current: 3, target: 9, startedAt: at };

const redemption = {
	...broadcaster,
	...viewer,
	id: 'r1',
	user_input: 'please',
	status: 'unfulfilled',
	reward: { id: 'w1', title: 'Hydrate', cost: 100, prompt: '' },
	redeemed_at: startedAt
};
const readRedemption = {
	id: 'r1',
	reward: { id: 'w1', title: 'Hydrate', cost: 100 },
	person,
	input: 'please',
	status: 'unfulfilled',
	redeemedAt: at
};
const reward = { ...broadcaster, id: 'w1', title: 'Hydrate', cost: 100 };
/** Events of what begins, moves and ends. */
export const phaseSamples: readonly (readonly [type: string, event: Record<string, unknown>, body: unknown])[] = [
	['channel.poll.begin', poll, { type: 'poll', phase: 'begin', poll: readPoll }],
	['channel.poll.progress', poll, { type: 'poll', phase: 'progress', poll: readPoll }],
	[
		'channel.poll.end',
		{ ...poll, ends_at: undefined, status: 'terminated', ended_at: later },
		{ type: 'poll', phase: 'end', poll: { ...readPoll, status: 'terminated' } }
	],
	['channel.prediction.begin', prediction, { type: 'prediction', phase: 'begin', prediction: readPrediction }],
	['channel.prediction.progress', prediction, { type: 'prediction', phase: 'progress', prediction: readPrediction }],
	[
		'channel.prediction.lock',
		{ ...prediction, locks_at: undefined, locked_at: later },
		{ type: 'prediction', phase: 'lock', prediction: { ...readPrediction, status: 'locked' } }
	],
	[
		'channel.prediction.end',
		{ ...prediction, locks_at: undefined, winning_outcome_id: 'o1', status: 'resolved', ended_at: later },
		{
			type: 'prediction',
			phase: 'end',
			prediction: { ...readPrediction, status: 'resolved', winningOutcomeId: 'o1', endedAt: laterAt }
		}
	],
	['channel.hype_train.begin', train, { type: 'hype-train', phase: 'begin', train: readTrain }],
	['channel.hype_train.progress', train, { type: 'hype-train', phase: 'progress', train: readTrain }],
	[
		'channel.hype_train.end',
		{ ...train, progress: undefined, goal: undefined, expires_at: undefined, ended_at: later },
		{
			type: 'hype-train',
			phase: 'end',
			train: {
				id: 'h1',
				level: 2,
				total: 700,
				progress: 0,
				goal: 0,
				topContributions: readTrain.topContributions,
				startedAt: at,
				endedAt: laterAt
			}
		}
	],
	['channel.goal.begin', goal, { type: 'goal', phase: 'begin', goal: readGoal }],
	['channel.goal.progress', goal, { type: 'goal', phase: 'progress', goal: readGoal }],
	[
		'channel.goal.end',
		{ ...goal, is_achieved: false, ended_at: later },
		{ type: 'goal', phase: 'end', goal: { ...readGoal, endedAt: laterAt } }
	],
	[
		'channel.channel_points_custom_reward_redemption.add',
		redemption,
		{ type: 'redemption', phase: 'add', redemption: readRedemption }
	],
	[
		'channel.channel_points_custom_reward_redemption.update',
		{ ...redemption, status: 'canceled' },
		{ type: 'redemption', phase: 'update', redemption: { ...readRedemption, status: 'canceled' } }
	],
	[
		'channel.channel_points_automatic_reward_redemption.add',
		{
			...broadcaster,
			...viewer,
			id: 'r2',
			reward: { type: 'single_message_bypass_sub_mode', channel_points: 500, emote: null },
			message: text('hi'),
			redeemed_at: startedAt
		},
		{
			type: 'redemption',
			phase: 'add',
			redemption: {
				id: 'r2',
				reward: { id: 'single_message_bypass_sub_mode', title: 'single message bypass sub mode', cost: 500 },
				person,
				input: 'hi',
				status: 'fulfilled',
				redeemedAt: at
			}
		}
	],
	...['add', 'update', 'remove'].map(
		(change) =>
			[`channel.channel_points_custom_reward.${change}`, reward, { type: 'reward-changed', rewardId: 'w1' }] as const
	)
];
