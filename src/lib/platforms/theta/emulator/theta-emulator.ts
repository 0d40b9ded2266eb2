import type { EmulatedPlatform } from '#lib/platforms/emulated-platform.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { answerChannelAction } from './channel-action-endpoint.ts';
import * as payloads from './chat-payloads.ts';
import { seededUsers, strangerNamed, type EmulatedThetaUser } from './emulated-user.ts';
import { errorCodes, failure } from './envelope.ts';
import { answerGrantPage } from './grant-page.ts';
import { Grants } from './grants.ts';
import { Installations } from './installations.ts';
import { answerLookUp } from './look-up-endpoints.ts';
import type { KeysetKeys } from './pubnub/keyset.ts';
import { PubNubEmulator } from './pubnub/pubnub-emulator.ts';
import type { EmulatedThetaClient } from './theta-client.ts';
import { answerToken } from './token-endpoint.ts';

const channelPrefix = 'chat.';

/** What the emulator plays with. */
export interface ThetaEmulatorOptions {
	readonly clock: Clock;
	readonly random: () => number;
	readonly clients: readonly EmulatedThetaClient[];
	readonly subscribeKey: string;
	readonly publishKey: string;
	/** Where it is reached (`http://127.0.0.1:8788`). */
	readonly baseUrl: string;
	/** Gives `state` back from the grant page; off, because THETA.tv never promised to. */
	readonly echoState?: boolean;
	/** Further customers of the PubNub origin. */
	readonly otherKeysets?: readonly KeysetKeys[];
}

/** Where something happens, and by whom. */
export interface ChatActor {
	/** The user ID of the channel's owner. */
	readonly channelId: string;
	/** A seeded user or any other name. */
	readonly username: string;
}

/** THETA.tv and the PubNub origin under it; each maker publishes a realistic message and returns its timetoken. */
export interface ThetaEmulator extends EmulatedPlatform {
	readonly users: readonly EmulatedThetaUser[];
	readonly subscribeKey: string;
	/** Publishes any message onto the PubNub channel of a THETA.tv channel and returns its 17-digit timetoken. */
	publish(channelId: string, message: unknown): string;
	say(line: ChatActor & { readonly text: string }): string;
	tip(tip: ChatActor & { readonly tfuel: number; readonly note?: string }): string;
	/** A tip in the shape of a gift that costs TFuel. */
	tipByGift(gift: ChatActor & { readonly giftName: string; readonly tfuel: number }): string;
	giveItem(gift: ChatActor & { readonly itemName: string; readonly note?: string }): string;
	follow(follower: ChatActor): string;
	subscribe(subscription: ChatActor & { readonly months?: number; readonly gifter?: string }): string;
	greet(viewer: ChatActor): string;
	levelUp(viewer: ChatActor & { readonly level: number }): string;
	tellOfRaid(raid: ChatActor & { readonly viewers: number }): string;
	/** User IDs of channels whose chat somebody waits for, or asked for in the last half minute. */
	watchedChannels(): readonly string[];
	/** A streamer installs the internal applications in their channel, or removes them. */
	setInstalled(channelId: string, installed: boolean): void;
	/** While refused, PubNub answers 403 to everything with our key. */
	setKeyRefused(refused: boolean): void;
	/** Returns how many access tokens expired. */
	expireAccessTokens(userId?: string): number;
	/** Returns how many grants ended. */
	revokeGrants(userId?: string): number;
	/** PubNub's memory, for a restart that clients survive. */
	snapshot(): unknown;
	/** Takes back a snapshot; throws for anything else. */
	restore(snapshot: unknown): void;
}

/** Creates THETA.tv as it was in 2022, as far as its clients knew it. @see https://github.com/slivertv/thetatv-app-docs */
export function createThetaEmulator(options: ThetaEmulatorOptions): ThetaEmulator {
	const { clock, random, subscribeKey, publishKey } = options;
	const keys = { subscribeKey, publishKey };
	const pubnub = new PubNubEmulator(clock, [keys, ...(options.otherKeysets ?? [])]);
	const grants = new Grants(clock, random);
	const installations = new Installations(options.clients, grants);
	const publish = (channelId: string, payload: unknown) =>
		pubnub.publish(subscribeKey, `${channelPrefix}${channelId}`, payload);
	const { sayAs, ...makers } = createMakers(publish, clock, random);
	const answerTheta = createThetaApi(options, { grants, installations, say: sayAs });
	return {
		prefixes: ['theta', 'pubnub'],
		users: seededUsers,
		subscribeKey,
		fetch: (request) =>
			new URL(request.url).pathname.startsWith('/pubnub/') ? pubnub.fetch(request) : answerTheta(request),
		accept: () => false,
		reset() {
			grants.clear();
			installations.clear();
			pubnub.reset();
		},
		publish,
		...makers,
		watchedChannels: () =>
			pubnub
				.watchedChannels(subscribeKey)
				.filter((channel) => channel.startsWith(channelPrefix) && !channel.endsWith('-pnpres'))
				.map((channel) => channel.slice(channelPrefix.length)),
		setInstalled: (channelId, installed) => installations.setInstalled(channelId, installed),
		setKeyRefused: (refused) => pubnub.setRefused(subscribeKey, refused),
		expireAccessTokens: (userId) => grants.expireAccessTokens(userId),
		revokeGrants: (userId) => grants.revoke(userId),
		snapshot: () => pubnub.snapshot(),
		restore: (snapshot) => pubnub.restore(snapshot)
	};
}

interface ThetaApiParts {
	readonly grants: Grants;
	readonly installations: Installations;
	say(channelId: string, author: EmulatedThetaUser, text: string): void;
}

/** Answers one call of the API; `id` is the second segment of its path. */
type ThetaCall = (request: Request, id: string) => Response | Promise<Response>;

function createThetaApi(
	options: ThetaEmulatorOptions,
	{ grants, installations, say }: ThetaApiParts
): (request: Request) => Promise<Response> {
	const { clients, baseUrl, echoState = false } = options;
	const startedAt = options.clock.now();
	const streamers = seededUsers.filter(({ streamer }) => streamer);
	const action = `${baseUrl}/theta/account/grant-app`;
	const calls = new Map<string, ThetaCall>([
		['oauth/token', (request) => answerToken(request, clients, grants)],
		['channel/*/channel_action', (request, id) => answerChannelAction(request, id, { clients, grants, say })],
		['oauth_application/*/oauth_install/list', (request, id) => installations.answerList(request, id)]
	]);
	return async (request) => {
		const [first, ...parts] = new URL(request.url).pathname.split('/').slice(2);
		if ([first, ...parts].join('/') === 'account/grant-app')
			return answerGrantPage(request, { clients, streamers, grants, action, echoState });
		if (first !== 'v1') return failure(errorCodes.notFound, 'Not found.', 404);
		const call = calls.get(parts.join('/')) ?? calls.get([parts[0], '*', ...parts.slice(2)].join('/'));
		if (call) return call(request, parts[1] ?? '');
		if ((parts[0] === 'user' || parts[0] === 'channel') && parts.length <= 2)
			return answerLookUp(request, parts, { clients, users: seededUsers, grants, startedAt });
		return failure(errorCodes.notFound, 'Not found.', 404);
	};
}

type Makers = Pick<
	ThetaEmulator,
	'say' | 'tip' | 'tipByGift' | 'giveItem' | 'follow' | 'subscribe' | 'greet' | 'levelUp' | 'tellOfRaid'
> & { sayAs(channelId: string, author: EmulatedThetaUser, text: string): string };

function createMakers(publish: ThetaEmulator['publish'], clock: Clock, random: () => number): Makers {
	const stamp = () => ({
		messageId: `msg${clock.now().toString(36)}${Math.floor(random() * 36 ** 6).toString(36)}`,
		timestamp: clock.now()
	});
	const sayAs = (channelId: string, author: EmulatedThetaUser, text: string) =>
		publish(channelId, payloads.chatMessage(stamp(), author, text));
	return {
		sayAs,
		say: ({ channelId, username, text }) => sayAs(channelId, userNamed(username), text),
		tip: ({ channelId, username, tfuel, note = '' }) =>
			publish(channelId, payloads.donation(stamp(), userNamed(username), userWithId(channelId), tfuel, note)),
		tipByGift: ({ channelId, username, giftName, tfuel }) =>
			publish(
				channelId,
				payloads.donationGift(stamp(), userNamed(username), userWithId(channelId), { name: giftName, tfuel })
			),
		giveItem: ({ channelId, username, itemName, note = null }) =>
			publish(channelId, payloads.giftItem(stamp(), userNamed(username), userWithId(channelId), itemName, note)),
		follow: ({ channelId, username }) => publish(channelId, payloads.follow(stamp(), userNamed(username))),
		subscribe: ({ channelId, username, months = 1, gifter }) =>
			publish(
				channelId,
				payloads.subscribe(stamp(), userNamed(username), months, gifter === undefined ? undefined : userNamed(gifter))
			),
		greet: ({ channelId, username }) => publish(channelId, payloads.hello(userNamed(username))),
		levelUp: ({ channelId, username, level }) =>
			publish(channelId, payloads.levelUp(stamp(), userNamed(username), level)),
		tellOfRaid: ({ channelId, username, viewers }) => publish(channelId, payloads.raid(username, viewers))
	};
}

function userNamed(username: string): EmulatedThetaUser {
	return seededUsers.find((user) => user.username === username) ?? strangerNamed(username);
}

function userWithId(id: string): EmulatedThetaUser {
	return seededUsers.find((user) => user.id === id) ?? { ...strangerNamed(id), id };
}
