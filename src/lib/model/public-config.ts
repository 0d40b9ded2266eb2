/** What `GET /api/config` answers: public ids and endpoints, never a secret. */
export interface PublicConfig {
	readonly twitch: {
		/** Absent ids are `null`: the platform cannot be connected here, reading chat still works. */
		readonly clientId: string | null;
		readonly redirectUri: string;
		readonly authUrl: string;
		readonly apiUrl: string;
		readonly ircUrl: string;
		readonly eventSubUrl: string;
		readonly imageUrl: string;
		/** The recent-messages service, asked only by who opted in. */
		readonly recentMessagesUrl: string;
		/** The host of cheermotes' images. */
		readonly cheermoteUrl: string;
	};
	/** The emote services of third parties, and the hosts of their images. */
	readonly emotes: {
		readonly bttvUrl: string;
		readonly bttvImageUrl: string;
		readonly bttvEventsUrl: string;
		readonly ffzUrl: string;
		readonly ffzImageUrl: string;
		readonly sevenTvUrl: string;
		readonly sevenTvImageUrl: string;
		readonly sevenTvEventsUrl: string;
	};
	readonly theta: {
		readonly clientId: string | null;
		readonly redirectUri: string;
		readonly webUrl: string;
		readonly subscribeKey: string | null;
		/** With its scheme (`https://ps.pndsn.com`). */
		readonly pubnubOrigin: string;
	};
	/** Whether the platforms are played by the local emulator. */
	readonly emulated: boolean;
}

/** The services' own addresses, used where no Worker answers. */
export function defaultConfig(appOrigin: string): PublicConfig {
	return {
		twitch: {
			clientId: null,
			redirectUri: `${appOrigin}/connect/twitch`,
			authUrl: 'https://id.twitch.tv/oauth2',
			apiUrl: 'https://api.twitch.tv/helix',
			ircUrl: 'wss://irc-ws.chat.twitch.tv:443',
			eventSubUrl: 'wss://eventsub.wss.twitch.tv/ws',
			imageUrl: 'https://static-cdn.jtvnw.net',
			cheermoteUrl: 'https://d3aqoihi2n8ty8.cloudfront.net',
			recentMessagesUrl: 'https://recent-messages.robotty.de/api/v2'
		},
		emotes: {
			bttvUrl: 'https://api.betterttv.net/3',
			bttvImageUrl: 'https://cdn.betterttv.net',
			bttvEventsUrl: 'wss://sockets.betterttv.net/ws',
			ffzUrl: 'https://api.frankerfacez.com/v1',
			ffzImageUrl: 'https://cdn.frankerfacez.com',
			sevenTvUrl: 'https://7tv.io/v3',
			sevenTvImageUrl: 'https://cdn.7tv.app',
			sevenTvEventsUrl: 'wss://events.7tv.io/v3'
		},
		theta: {
			clientId: null,
			redirectUri: `${appOrigin}/connect/theta`,
			webUrl: 'https://www.theta.tv',
			subscribeKey: null,
			pubnubOrigin: 'https://ps.pndsn.com'
		},
		emulated: false
	};
}
