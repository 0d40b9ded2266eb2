import * as ads from '#lib/platforms/twitch/helix/ads.ts';
import * as announcements from '#lib/platforms/twitch/helix/announcements.ts';
import * as automod from '#lib/platforms/twitch/helix/automod.ts';
import * as avatars from '#lib/platforms/twitch/helix/avatars.ts';
import * as banned from '#lib/platforms/twitch/helix/banned.ts';
import * as bans from '#lib/platforms/twitch/helix/bans.ts';
import * as blockedTerms from '#lib/platforms/twitch/helix/blocked-terms.ts';
import * as categories from '#lib/platforms/twitch/helix/categories.ts';
import * as channelRoles from '#lib/platforms/twitch/helix/channel-roles.ts';
import * as channels from '#lib/platforms/twitch/helix/channels.ts';
import * as chatColor from '#lib/platforms/twitch/helix/chat-color.ts';
import * as chatMessages from '#lib/platforms/twitch/helix/chat-messages.ts';
import * as chatModeration from '#lib/platforms/twitch/helix/chat-moderation.ts';
import * as chatSettings from '#lib/platforms/twitch/helix/chat-settings.ts';
import * as chatters from '#lib/platforms/twitch/helix/chatters.ts';
import * as clips from '#lib/platforms/twitch/helix/clips.ts';
import * as contentLabels from '#lib/platforms/twitch/helix/content-labels.ts';
import * as emotes from '#lib/platforms/twitch/helix/emotes.ts';
import * as eventsubSubscriptions from '#lib/platforms/twitch/helix/eventsub-subscriptions.ts';
import * as followedStreams from '#lib/platforms/twitch/helix/followed-streams.ts';
import * as followers from '#lib/platforms/twitch/helix/followers.ts';
import * as goals from '#lib/platforms/twitch/helix/goals.ts';
import * as hypeTrain from '#lib/platforms/twitch/helix/hype-train.ts';
import * as markers from '#lib/platforms/twitch/helix/markers.ts';
import * as moderators from '#lib/platforms/twitch/helix/moderators.ts';
import * as polls from '#lib/platforms/twitch/helix/polls.ts';
import * as predictions from '#lib/platforms/twitch/helix/predictions.ts';
import * as profiles from '#lib/platforms/twitch/helix/profiles.ts';
import * as raids from '#lib/platforms/twitch/helix/raids.ts';
import * as redemptions from '#lib/platforms/twitch/helix/redemptions.ts';
import * as rewards from '#lib/platforms/twitch/helix/rewards.ts';
import * as searchChannels from '#lib/platforms/twitch/helix/search-channels.ts';
import * as shieldMode from '#lib/platforms/twitch/helix/shield-mode.ts';
import * as shoutouts from '#lib/platforms/twitch/helix/shoutouts.ts';
import * as streams from '#lib/platforms/twitch/helix/streams.ts';
import * as subscribers from '#lib/platforms/twitch/helix/subscribers.ts';
import * as suspiciousUsers from '#lib/platforms/twitch/helix/suspicious-users.ts';
import * as unbanRequests from '#lib/platforms/twitch/helix/unban-requests.ts';
import * as userIds from '#lib/platforms/twitch/helix/user-ids.ts';
import * as users from '#lib/platforms/twitch/helix/users.ts';
import * as viewers from '#lib/platforms/twitch/helix/viewers.ts';
import * as vips from '#lib/platforms/twitch/helix/vips.ts';
import * as warnings from '#lib/platforms/twitch/helix/warnings.ts';
import * as whispers from '#lib/platforms/twitch/helix/whispers.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';

/** One call with everything that it can send; several where one cannot send all. */
export type HelixCall = (helix: Helix) => Promise<unknown> | AsyncIterable<unknown>;

const streamer = '7';
const viewer = '8';
const everyMode = {
	emoteOnly: true,
	followersOnlyMinutes: 10,
	uniqueChat: true,
	slowSeconds: 30,
	subscribersOnly: true,
	delaySeconds: 4
};
const reward = {
	title: 'Hydrate',
	cost: 100,
	prompt: 'Which drink?',
	enabled: true,
	inputRequired: true,
	skipsQueue: false,
	mostPerStream: 5,
	mostPerViewer: 1,
	cooldownSeconds: 60
};

/** Every call of Helix that the program can make, by family file and export; a new one gets a line here. */
export const helixCalls: Readonly<Record<string, Readonly<Record<string, HelixCall | readonly HelixCall[]>>>> = {
	'ads.ts': {
		startCommercial: (helix) => ads.startCommercial(helix, streamer, 60),
		requestAdSchedule: (helix) => ads.requestAdSchedule(helix, streamer),
		snoozeNextAd: (helix) => ads.snoozeNextAd(helix, streamer)
	},
	'announcements.ts': {
		sendAnnouncement: (helix) => announcements.sendAnnouncement(helix, streamer, { message: 'Hello', color: 'blue' })
	},
	'automod.ts': {
		decideHeldMessage: (helix) => automod.decideHeldMessage(helix, 'm-1', 'ALLOW')
	},
	'avatars.ts': {
		requestAvatars: (helix) => avatars.requestAvatars(helix, [viewer])
	},
	'banned.ts': {
		requestBanned: (helix) => banned.requestBanned(helix, streamer),
		requestBan: (helix) => banned.requestBan(helix, streamer, viewer)
	},
	'bans.ts': {
		banUser: (helix) =>
			bans.banUser(helix, { broadcasterId: streamer, userId: viewer, durationSeconds: 60, reason: 'Enough' }),
		unbanUser: (helix) => bans.unbanUser(helix, streamer, viewer)
	},
	'blocked-terms.ts': {
		requestBlockedTerms: (helix) => blockedTerms.requestBlockedTerms(helix, streamer),
		addBlockedTerm: (helix) => blockedTerms.addBlockedTerm(helix, streamer, 'spoiler'),
		removeBlockedTerm: (helix) => blockedTerms.removeBlockedTerm(helix, streamer, 't-1')
	},
	'categories.ts': {
		searchCategories: (helix) => categories.searchCategories(helix, 'light'),
		requestCategory: (helix) => categories.requestCategory(helix, '9')
	},
	'channel-roles.ts': {
		addRole: [
			(helix) => channelRoles.addRole(helix, { role: 'vip', broadcasterId: streamer, userId: viewer }),
			(helix) => channelRoles.addRole(helix, { role: 'moderator', broadcasterId: streamer, userId: viewer })
		],
		removeRole: [
			(helix) => channelRoles.removeRole(helix, { role: 'vip', broadcasterId: streamer, userId: viewer }),
			(helix) => channelRoles.removeRole(helix, { role: 'moderator', broadcasterId: streamer, userId: viewer })
		]
	},
	'channels.ts': {
		requestStreamInformation: (helix) => channels.requestStreamInformation(helix, streamer),
		updateStreamInformation: (helix) =>
			channels.updateStreamInformation(helix, streamer, {
				title: 'Fog',
				category: { id: '9', name: 'Fog' },
				tags: ['Cozy'],
				language: 'en',
				labels: { Gambling: true },
				branded: false
			})
	},
	'chat-color.ts': {
		updateChatColor: (helix) => chatColor.updateChatColor(helix, 'blue')
	},
	'chat-messages.ts': {
		sendChatMessage: (helix) =>
			chatMessages.sendChatMessage(helix, { broadcasterId: streamer, text: 'Hello', replyParentId: 'm-1' })
	},
	'chat-moderation.ts': {
		deleteMessage: (helix) => chatModeration.deleteMessage(helix, streamer, 'm-1'),
		clearChat: (helix) => chatModeration.clearChat(helix, streamer)
	},
	'chat-settings.ts': {
		requestChatModes: (helix) => chatSettings.requestChatModes(helix, streamer),
		changeChatModes: [
			(helix) => chatSettings.changeChatModes(helix, streamer, everyMode),
			(helix) =>
				chatSettings.changeChatModes(helix, streamer, { slowSeconds: 0, followersOnlyMinutes: -1, delaySeconds: 0 })
		],
		updateChatSettings: (helix) => chatSettings.updateChatSettings(helix, streamer, { emote_mode: true })
	},
	'chatters.ts': {
		requestChatters: (helix) => chatters.requestChatters(helix, streamer)
	},
	'clips.ts': {
		createClip: (helix) => clips.createClip(helix, { broadcasterId: streamer, title: 'Splash', seconds: 30 }),
		requestClip: (helix) => clips.requestClip(helix, 'CalmWave'),
		awaitClip: (helix) => clips.awaitClip(helix, 'CalmWave')
	},
	'content-labels.ts': {
		requestContentLabels: (helix) => contentLabels.requestContentLabels(helix)
	},
	'emotes.ts': {
		requestUserEmotes: (helix) => emotes.requestUserEmotes(helix, streamer),
		requestGlobalEmotes: (helix) => emotes.requestGlobalEmotes(helix),
		requestChannelEmotes: (helix) => emotes.requestChannelEmotes(helix, streamer)
	},
	'eventsub-subscriptions.ts': {
		createSubscription: (helix) =>
			eventsubSubscriptions.createSubscription(helix, {
				type: 'channel.follow',
				version: '2',
				condition: { broadcaster_user_id: streamer },
				sessionId: 's-1'
			}),
		requestSubscriptions: (helix) => eventsubSubscriptions.requestSubscriptions(helix),
		deleteSubscription: (helix) => eventsubSubscriptions.deleteSubscription(helix, 's-1')
	},
	'followed-streams.ts': {
		requestFollowedStreams: (helix) => followedStreams.requestFollowedStreams(helix)
	},
	'followers.ts': {
		requestFollowers: (helix) => followers.requestFollowers(helix, streamer)
	},
	'goals.ts': {
		requestGoals: (helix) => goals.requestGoals(helix, streamer)
	},
	'hype-train.ts': {
		requestHypeTrain: (helix) => hypeTrain.requestHypeTrain(helix, streamer)
	},
	'markers.ts': {
		createMarker: (helix) => markers.createMarker(helix, streamer, 'Boss')
	},
	'moderators.ts': {
		requestModerators: (helix) => moderators.requestModerators(helix, streamer)
	},
	'polls.ts': {
		requestPolls: (helix) => polls.requestPolls(helix, streamer),
		createPoll: (helix) =>
			polls.createPoll(helix, streamer, {
				title: 'Left?',
				choices: ['Yes', 'No'],
				seconds: 60,
				channelPointsPerVote: 10
			}),
		endPoll: (helix) => polls.endPoll(helix, streamer, { pollId: 'p-1', status: 'archived' })
	},
	'predictions.ts': {
		requestPredictions: (helix) => predictions.requestPredictions(helix, streamer),
		createPrediction: (helix) =>
			predictions.createPrediction(helix, streamer, { title: 'Win?', outcomes: ['Yes', 'No'], seconds: 60 }),
		changePrediction: [
			(helix) => predictions.changePrediction(helix, streamer, { predictionId: 'p-1', change: { status: 'locked' } }),
			(helix) =>
				predictions.changePrediction(helix, streamer, {
					predictionId: 'p-1',
					change: { status: 'resolved', winningOutcomeId: 'o-1' }
				})
		]
	},
	'profiles.ts': {
		requestProfile: (helix) => profiles.requestProfile(helix, 'bo')
	},
	'raids.ts': {
		startRaid: (helix) => raids.startRaid(helix, streamer, viewer),
		cancelRaid: (helix) => raids.cancelRaid(helix, streamer)
	},
	'redemptions.ts': {
		requestWaitingRedemptions: (helix) => redemptions.requestWaitingRedemptions(helix, streamer, 'r-1'),
		settleRedemptions: (helix) =>
			redemptions.settleRedemptions(helix, streamer, { rewardId: 'r-1', ids: ['x-1', 'x-2'], status: 'fulfilled' })
	},
	'rewards.ts': {
		requestRewards: (helix) => rewards.requestRewards(helix, streamer),
		createReward: (helix) => rewards.createReward(helix, streamer, reward),
		updateReward: (helix) => rewards.updateReward(helix, streamer, { id: 'r-1', paused: true, ...reward }),
		deleteReward: (helix) => rewards.deleteReward(helix, streamer, 'r-1')
	},
	'search-channels.ts': {
		searchChannels: (helix) => searchChannels.searchChannels(helix, 'tid')
	},
	'shield-mode.ts': {
		requestShieldMode: (helix) => shieldMode.requestShieldMode(helix, streamer),
		updateShieldMode: (helix) => shieldMode.updateShieldMode(helix, streamer, { active: true })
	},
	'shoutouts.ts': {
		sendShoutout: (helix) => shoutouts.sendShoutout(helix, streamer, viewer)
	},
	'streams.ts': {
		requestStream: (helix) => streams.requestStream(helix, streamer),
		requestStreams: (helix) => streams.requestStreams(helix, [streamer, viewer])
	},
	'subscribers.ts': {
		requestSubscribers: (helix) => subscribers.requestSubscribers(helix, streamer)
	},
	'suspicious-users.ts': {
		treatSuspiciousUser: [
			(helix) => suspiciousUsers.treatSuspiciousUser(helix, streamer, { userId: viewer, treatment: 'restricted' }),
			(helix) => suspiciousUsers.treatSuspiciousUser(helix, streamer, { userId: viewer, treatment: 'none' })
		]
	},
	'unban-requests.ts': {
		requestUnbanRequests: (helix) =>
			unbanRequests.requestUnbanRequests(helix, streamer, { status: 'pending', after: 'x' }),
		resolveUnbanRequest: (helix) =>
			unbanRequests.resolveUnbanRequest(helix, streamer, { requestId: 'u-1', status: 'denied', text: 'Not yet' })
	},
	'user-ids.ts': {
		requestUserId: (helix) => userIds.requestUserId(helix, 'bo')
	},
	'users.ts': {
		requestOwnUser: ({ config, environment }) => users.requestOwnUser('token', config, environment)
	},
	'viewers.ts': {
		requestViewer: (helix) => viewers.requestViewer({ ...helix, channelKey: 'ada', userId: viewer, moderates: true })
	},
	'vips.ts': {
		requestVips: (helix) => vips.requestVips(helix, streamer)
	},
	'warnings.ts': {
		warnUser: (helix) => warnings.warnUser(helix, streamer, { userId: viewer, reason: 'Calm down' })
	},
	'whispers.ts': {
		sendWhisper: (helix) => whispers.sendWhisper(helix, viewer, 'Hello')
	}
};

/** What the families export that calls nothing by itself. */
export const otherFunctions: readonly string[] = [
	'categories.ts chosenCategory',
	'channels.ts isTag',
	'moderator-query.ts moderatorQuery',
	'parse-answer.ts parseAnswer',
	'person-entry.ts toPerson',
	'point-budget.ts findBudget',
	'refuse-malformed.ts refuseMalformed',
	'request-pages.ts requestEachPage',
	'request-pages.ts requestPage',
	'request-pages.ts requestPages',
	'request.ts requestHelix',
	'users.ts toAvatarUrl',
	'users.ts toIdentity'
];
