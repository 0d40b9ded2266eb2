import type { PublicConfig } from '#lib/model/public-config.ts';
import type { ChatConnection } from '#lib/platforms/chat-connection.ts';
import { ThetaChatConnection } from '#lib/platforms/theta/chat-connection.ts';
import { emulatedSubscription } from '#lib/platforms/theta/emulator/in-page-subscription.ts';
import { TwitchChatConnection } from '#lib/platforms/twitch/chat-connection.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';
import { createInPageNetwork } from './in-page-network.ts';
import { createWorld } from './world.ts';

const origin = 'http://emulator.invalid';
const subscribeKey = 'sub-c-demo';
const twitchChannel = 'tidalkit';
const thetaChannel = 'usr7emberwakelive01';

/** Two chats that live in the page. */
export interface Demo {
	/** Not opened yet. */
	readonly connections: readonly ChatConnection[];
	/** Closes them and ends their world. */
	stop(): void;
}

/** Starts a world inside the page, with a stream on each platform and viewers who talk as soon as a chat is open. */
export async function startDemo(config: PublicConfig, environment: Environment = systemEnvironment): Promise<Demo> {
	const { clock, random } = environment;
	const world = createWorld({
		clock,
		random,
		origin,
		twitchClients: [],
		thetaClients: [],
		subscribeKey,
		publishKey: 'pub-c-demo',
		populated: true
	});
	const options = {
		config: toDemoConfig(config),
		credentials: () => undefined,
		environment: { clock, random, network: createInPageNetwork(world) }
	};
	const connections: readonly ChatConnection[] = [
		new TwitchChatConnection({ ...options, channelKey: twitchChannel }),
		new ThetaChatConnection({
			...options,
			channelKey: thetaChannel,
			openSubscription: emulatedSubscription(world.theta)
		})
	];
	return {
		connections,
		stop() {
			for (const connection of connections) connection.close();
			world.close();
		}
	};
}

/** Everything in the page but the images, which come from where the page may load them. */
function toDemoConfig({ twitch, theta, emotes }: PublicConfig): PublicConfig {
	return {
		emotes,
		twitch: {
			...twitch,
			apiUrl: `${origin}/twitch/helix`,
			ircUrl: 'ws://emulator.invalid/twitch/irc',
			recentMessagesUrl: `${origin}/recent-messages/api/v2`
		},
		theta: { ...theta, subscribeKey, pubnubOrigin: `${origin}/pubnub` },
		emulated: true
	};
}
