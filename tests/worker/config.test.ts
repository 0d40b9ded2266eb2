import { defaultConfig } from '#lib/model/public-config.ts';
import { expect, test } from 'vitest';
import { appOrigin, env, refusing, startWorker } from './harness.ts';

test('without any setting the pages get the addresses of the services and no client ID', async () => {
	const { request } = startWorker(refusing, {}, {});

	const { body } = await request('/api/config');

	expect(body).toEqual(defaultConfig(appOrigin));
});

test('an empty setting counts as absent', async () => {
	const { request } = startWorker(refusing, {}, { TWITCH_CLIENT_ID: '', TWITCH_API_URL: '', PUBNUB_SUBSCRIBE_KEY: '' });

	const { body } = await request('/api/config');

	expect(body).toEqual(defaultConfig(appOrigin));
});

test('every public setting reaches the pages, and nothing else does', async () => {
	const { request } = startWorker(
		refusing,
		{},
		{
			...env,
			APP_ORIGIN: 'https://panel.test',
			EMULATED: 'true',
			TWITCH_AUTH_URL: 'http://localhost:8788/twitch/oauth2',
			TWITCH_API_URL: 'http://localhost:8788/twitch/helix',
			TWITCH_IRC_URL: 'ws://localhost:8788/twitch/irc',
			TWITCH_EVENTSUB_URL: 'ws://localhost:8788/twitch/eventsub',
			TWITCH_IMAGE_URL: 'http://localhost:8788/twitch/images',
			RECENT_MESSAGES_URL: 'http://localhost:8788/recent-messages/api/v2',
			TWITCH_CHEERMOTE_URL: 'http://localhost:8788/twitch/cheermotes',
			BTTV_URL: 'http://localhost:8788/bttv/3',
			BTTV_IMAGE_URL: 'http://localhost:8788/bttv/cdn',
			BTTV_EVENTS_URL: 'ws://localhost:8788/bttv/events',
			FFZ_URL: 'http://localhost:8788/ffz/v1',
			FFZ_IMAGE_URL: 'http://localhost:8788/ffz/cdn',
			SEVENTV_URL: 'http://localhost:8788/7tv/v3',
			SEVENTV_IMAGE_URL: 'http://localhost:8788/7tv/cdn',
			SEVENTV_EVENTS_URL: 'ws://localhost:8788/7tv/events',
			THETA_WEB_URL: 'http://localhost:8788/theta/web',
			THETA_API_URL: 'http://localhost:8788/theta/v1',
			PUBNUB_SUBSCRIBE_KEY: 'sub-c-1',
			PUBNUB_ORIGIN: 'http://localhost:8788'
		}
	);

	const { body } = await request('/api/config');

	expect(body).toEqual({
		twitch: {
			clientId: 'twitch-client',
			redirectUri: 'https://panel.test/connect/twitch',
			authUrl: 'http://localhost:8788/twitch/oauth2',
			apiUrl: 'http://localhost:8788/twitch/helix',
			ircUrl: 'ws://localhost:8788/twitch/irc',
			eventSubUrl: 'ws://localhost:8788/twitch/eventsub',
			imageUrl: 'http://localhost:8788/twitch/images',
			cheermoteUrl: 'http://localhost:8788/twitch/cheermotes',
			recentMessagesUrl: 'http://localhost:8788/recent-messages/api/v2'
		},
		emotes: {
			bttvUrl: 'http://localhost:8788/bttv/3',
			bttvImageUrl: 'http://localhost:8788/bttv/cdn',
			bttvEventsUrl: 'ws://localhost:8788/bttv/events',
			ffzUrl: 'http://localhost:8788/ffz/v1',
			ffzImageUrl: 'http://localhost:8788/ffz/cdn',
			sevenTvUrl: 'http://localhost:8788/7tv/v3',
			sevenTvImageUrl: 'http://localhost:8788/7tv/cdn',
			sevenTvEventsUrl: 'ws://localhost:8788/7tv/events'
		},
		theta: {
			clientId: 'theta-client',
			redirectUri: 'https://panel.test/connect/theta',
			webUrl: 'http://localhost:8788/theta/web',
			subscribeKey: 'sub-c-1',
			pubnubOrigin: 'http://localhost:8788'
		},
		emulated: true
	});
});

test('the configuration may be kept for a minute', async () => {
	const { request } = startWorker();

	const { headers } = await request('/api/config');

	expect(headers.get('Cache-Control')).toBe('public, max-age=60');
});
