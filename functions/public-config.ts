import { defaultConfig, type PublicConfig } from '#lib/model/public-config.ts';
import type { Env } from './env.ts';

/** Builds what the pages may know: public ids and endpoints, key by key, so that no secret can slip in. */
export function readPublicConfig(env: Env, appOrigin: string): PublicConfig {
	const { twitch, theta, emotes } = defaultConfig(appOrigin);
	return {
		twitch: readTwitch(env, twitch),
		emotes: readEmoteServices(env, emotes),
		theta: {
			clientId: env.THETA_CLIENT_ID || null,
			redirectUri: theta.redirectUri,
			webUrl: env.THETA_WEB_URL || theta.webUrl,
			subscribeKey: env.PUBNUB_SUBSCRIBE_KEY || null,
			pubnubOrigin: env.PUBNUB_ORIGIN || theta.pubnubOrigin
		},
		emulated: env.EMULATED === 'true'
	};
}

function readTwitch(env: Env, twitch: PublicConfig['twitch']): PublicConfig['twitch'] {
	return {
		clientId: env.TWITCH_CLIENT_ID || null,
		redirectUri: twitch.redirectUri,
		authUrl: env.TWITCH_AUTH_URL || twitch.authUrl,
		apiUrl: env.TWITCH_API_URL || twitch.apiUrl,
		ircUrl: env.TWITCH_IRC_URL || twitch.ircUrl,
		eventSubUrl: env.TWITCH_EVENTSUB_URL || twitch.eventSubUrl,
		imageUrl: env.TWITCH_IMAGE_URL || twitch.imageUrl,
		cheermoteUrl: env.TWITCH_CHEERMOTE_URL || twitch.cheermoteUrl,
		recentMessagesUrl: env.RECENT_MESSAGES_URL || twitch.recentMessagesUrl
	};
}

function readEmoteServices(env: Env, emotes: PublicConfig['emotes']): PublicConfig['emotes'] {
	return {
		bttvUrl: env.BTTV_URL || emotes.bttvUrl,
		bttvImageUrl: env.BTTV_IMAGE_URL || emotes.bttvImageUrl,
		bttvEventsUrl: env.BTTV_EVENTS_URL || emotes.bttvEventsUrl,
		ffzUrl: env.FFZ_URL || emotes.ffzUrl,
		ffzImageUrl: env.FFZ_IMAGE_URL || emotes.ffzImageUrl,
		sevenTvUrl: env.SEVENTV_URL || emotes.sevenTvUrl,
		sevenTvImageUrl: env.SEVENTV_IMAGE_URL || emotes.sevenTvImageUrl,
		sevenTvEventsUrl: env.SEVENTV_EVENTS_URL || emotes.sevenTvEventsUrl
	};
}
