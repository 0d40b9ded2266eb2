import type { Clock } from '#lib/transport/clock.ts';
import type { EmulatedPlatform } from '#lib/platforms/emulated-platform.ts';
import { Accounts } from './accounts.ts';
import { Ads } from './ads.ts';
import type { EmulatedClient } from './emulated-client.ts';
import type { EmulatedUser } from './emulated-user.ts';
import { tellCheer, tellNotice } from './eventsub/chat-events.ts';
import { EventSubServer } from './eventsub/event-sub-server.ts';
import { createHelix } from './helix/helix.ts';
import { Points } from './helix/points.ts';
import { answerImage } from './images/images.ts';
import { Chat, type SpokenLine, type ToldLine, type WrittenLine } from './irc/chat.ts';
import type { EmulatedNotice } from './irc/emulated-notice.ts';
import { IrcServer } from './irc/irc-server.ts';
import type { RoomModes } from './irc/room-modes.ts';
import { createLoyalty, type ViewerRedemption } from './loyalty.ts';
import { Notifications, toNotification, type Notification } from './notifications.ts';
import { Grants } from './oauth/grants.ts';
import { answerOauth } from './oauth/oauth.ts';
import { createQueues, type Queues } from './queues/queues.ts';
import { seededUsers } from './seed.ts';
import { Streams } from './streams.ts';

export type {
	EmulatedClient,
	EmulatedNotice,
	EmulatedUser,
	Notification,
	RoomModes,
	SpokenLine,
	ToldLine,
	WrittenLine
};

/** What a Twitch emulator is made with. */
export interface TwitchEmulatorOptions {
	readonly clock: Clock;
	readonly random: () => number;
	readonly clients: readonly EmulatedClient[];
	/** Where it is served, prefix included (`http://127.0.0.1:8788/twitch`). */
	readonly baseUrl: string;
}

/** The server's half of Twitch, with what a host may do to it. Channels are named by login, without `#`. */
export interface TwitchEmulator extends EmulatedPlatform {
	readonly users: readonly EmulatedUser[];
	/** What waits for the people who look after a channel. */
	readonly queues: Queues;
	/**
	 * Gives raw IRC lines, unchanged, to every connection that joined the line's channel, and lines of no channel or of
	 * no grammar to every connection; returns the number of deliveries.
	 */
	deliver(lines: string): number;
	/** A seeded account says something; returns the message's id. */
	say(line: SpokenLine): string;
	/** Announces something that happened; returns the notice's id. */
	notice(notice: EmulatedNotice): string;
	/** Hears what clients write, after it was let through. */
	onSay(listener: (line: WrittenLine) => void): () => void;
	/** Hears every line that a room is told, raw ones included. */
	onTell(listener: (line: ToldLine) => void): () => void;
	/** Tells whoever subscribed to it that something happened; returns the number of deliveries. */
	notify(notification: Notification): number;
	/** Tells, as EventSub words it, that something happened in a channel; returns the number of deliveries. */
	tell(login: string, type: string, event?: Notification['event']): number;
	/** Asks every EventSub session to move to another address, and closes those that stay 30 seconds; returns their number. */
	requestEventSubReconnect(): number;
	/** Hears everything that EventSub tells, whether anybody subscribed to it or not. */
	onNotification(listener: (notification: Notification) => void): () => void;
	/** A channel goes on the air, or off. */
	setLive(login: string, live: boolean): void;
	/** A viewer redeems a reward; false where it cannot be redeemed now. */
	redeem(redemption: ViewerRedemption): boolean;
	/** A Hype Train starts in a channel; false where one is on its way. */
	startHypeTrain(login: string): boolean;
	/** The next ad break of a channel comes in so long, and lasts so long. */
	scheduleAd(login: string, ad: { readonly inSeconds: number; readonly seconds: number }): void;
	/** Channels with at least one connection. */
	joinedChannels(): readonly string[];
	/** Changes the modes of a room and tells it. */
	setRoomModes(channel: string, modes: Partial<RoomModes>): void;
	/** Bans an account from a channel, or times it out, and tells the room. */
	ban(ban: { readonly channel: string; readonly login: string; readonly durationSeconds?: number }): void;
	unban(ban: { readonly channel: string; readonly login: string }): void;
	/** Ends access tokens as if their time were up: of one account, or all, app access tokens included. */
	expireAccessTokens(login?: string): number;
	/** Disconnects the app: access and refresh tokens are dead; returns the number of grants. */
	revokeGrants(login?: string): number;
	/** Sends RECONNECT to all, and closes five seconds later. */
	requestReconnect(): void;
}

/** Creates a Twitch of its own, seeded and with nobody signed in. */
export function createTwitchEmulator(options: TwitchEmulatorOptions): TwitchEmulator {
	const { clock, clients, baseUrl } = options;
	const prefix = new URL(baseUrl).pathname.replace(/\/$/, '');
	const parts = createParts(options);
	const { accounts, grants, points, chat, irc, streams, eventSub } = parts;
	const answerHelix = createHelix(parts);

	return {
		prefixes: [prefix.split('/').at(1) ?? ''],
		users: accounts.users,
		queues: parts.queues,
		async fetch(request) {
			const { area, path } = splitPath(new URL(request.url).pathname, prefix);
			switch (area) {
				case 'oauth2':
					return answerOauth(path, request, { clients, accounts, grants, clock });
				case 'helix':
					return answerHelix(path, request);
				case 'cdn':
					return answerImage(path, request, accounts);
				default:
					return new Response(null, { status: 404 });
			}
		},
		accept(socket, url) {
			const { area, path } = splitPath(url.pathname, prefix);
			if (area === 'eventsub' && /^(\/|\/ws)?$/.test(path)) return eventSub.accept(socket, url);
			if (area !== 'irc' || (path !== '' && path !== '/')) return false;
			irc.accept(socket);
			return true;
		},
		reset() {
			irc.clear();
			chat.clear();
			grants.clear();
			points.clear();
			accounts.reset();
			streams.reset();
			parts.loyalty.clear();
			eventSub.clear();
		},
		...hostCalls(parts)
	};
}

function createParts({ clock, random, clients }: TwitchEmulatorOptions) {
	const accounts = new Accounts(seededUsers);
	const grants = new Grants(clock, random);
	const points = new Points(clock);
	const chat = new Chat(clock, random, accounts);
	const irc = new IrcServer({ accounts, grants, chat });
	const notifications = new Notifications();
	const streams = new Streams(clock, accounts, notifications);
	const queues = createQueues({ accounts, chat, notifications, random });
	const loyalty = createLoyalty({ clock, random, accounts, notifications, clientId: clients[0]?.clientId });
	const ads = new Ads({ chat, notifications, streams });
	const eventSub = new EventSubServer({ clock, random, notifications });
	const chatParts = { accounts, notifications };
	chat.spoken.on((line) => tellCheer(line, chatParts));
	chat.noticed.on((notice) => tellNotice(notice, chatParts));
	return { accounts, ads, grants, points, chat, irc, notifications, streams, queues, loyalty, eventSub };
}

type Parts = ReturnType<typeof createParts>;

type HostCalls = Omit<TwitchEmulator, keyof EmulatedPlatform | 'users' | 'queues'>;

/** What a host may do to it. */
function hostCalls({ accounts, ads, chat, eventSub, grants, irc, loyalty, notifications, streams }: Parts): HostCalls {
	const idOf = (login: string | undefined) => (login === undefined ? undefined : accounts.named(login).id);
	return {
		deliver: (lines) => irc.deliver(lines),
		say: (line) => chat.say(line),
		notice: (notice) => chat.notice(notice),
		onSay: (listener) => chat.written.on(listener),
		onTell: (listener) => chat.told.on(listener),
		notify: (notification) => eventSub.notify(notification),
		tell: (login, type, event) => eventSub.notify(toNotification(type, accounts.named(login), event)),
		requestEventSubReconnect: () => eventSub.requestReconnect(),
		onNotification: (listener) => notifications.on(listener),
		setLive(login, live) {
			const owner = accounts.named(login);
			if (live) streams.goLive(owner);
			else streams.goOffline(owner);
		},
		redeem: (redemption) => loyalty.redeem(redemption),
		startHypeTrain: (login) => loyalty.startHypeTrain(login),
		scheduleAd: (login, { inSeconds, seconds }) => ads.schedule(chat.room(login), { inMs: inSeconds * 1_000, seconds }),
		joinedChannels: () => chat.joinedRooms().map((room) => room.owner.login),
		setRoomModes: (channel, modes) => chat.setModes(channel, modes),
		ban: ({ channel, login, durationSeconds }) => chat.ban(channel, login, durationSeconds),
		unban: ({ channel, login }) => chat.unban(channel, login),
		expireAccessTokens: (login) => grants.expireAccessTokens(idOf(login)),
		revokeGrants(login) {
			eventSub.revoke(idOf(login), 'authorization_revoked');
			return grants.revokeGrants(idOf(login));
		},
		requestReconnect: () => irc.requestReconnect()
	};
}

/** Cuts a path below the prefix into its first segment and the rest; no area where the prefix is another. */
function splitPath(pathname: string, prefix: string): { readonly area?: string; readonly path: string } {
	if (!pathname.startsWith(`${prefix}/`)) return { path: '' };
	const [area = '', ...rest] = pathname.slice(prefix.length + 1).split('/');
	return { area, path: rest.map((segment) => `/${segment}`).join('') };
}
