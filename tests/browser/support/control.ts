import type { Fault } from '#lib/emulator/faults.ts';
import type { JournalEntry } from '#lib/emulator/journal.ts';
import type { ViewerRedemption } from '#lib/platforms/twitch/emulator/loyalty.ts';
import type { LiveEmoteService } from '#lib/platforms/twitch/emulator/third-party/third-party-emulator.ts';

/** What ends: access tokens as if their time were up, or whole grants as if the app were disconnected. */
export type TokenAction = 'expire-access' | 'revoke-grants';

/** Rewards of TidalKit that the panel made. */
export const drinkReward = '7d1e0a52-0000-4000-8000-000000000001';
export const sealReward = '7d1e0a52-0000-4000-8000-000000000002';

/** The emulator's control API. */
export interface Control {
	/** No faults, an empty journal, nobody signed in, every connection closed. */
	reset(): Promise<void>;
	/** Gives raw IRC lines to every connection that joined their channel; returns the number of deliveries. */
	deliverIrc(...lines: readonly string[]): Promise<number>;
	/** Publishes onto the PubNub channel of a THETA.tv channel. */
	publishTheta(channelId: string, message: unknown): Promise<void>;
	/** Returns how many open connections it struck. */
	setFault(fault: Fault): Promise<number>;
	clearFaults(): Promise<void>;
	/** What the emulator received, oldest first; `path` as in a fault's endpoint. */
	requests(filter?: { readonly path?: string; readonly since?: number }): Promise<readonly JournalEntry[]>;
	/** Of one account, or of all. */
	endTwitchTokens(action: TokenAction, login?: string): Promise<void>;
	endThetaTokens(action: TokenAction, userId?: string): Promise<void>;
	/** A seeded channel goes on the air, or off; TidalKit's is live after a reset. */
	setLive(login: string, live: boolean): Promise<void>;
	/** The next ad break of a seeded channel comes in so long, and lasts so long. */
	scheduleAd(login: string, ad: { readonly inSeconds: number; readonly seconds: number }): Promise<void>;
	/** Something happens in a seeded channel, as EventSub words it; returns the number of subscriptions that were told. */
	tellEvent(login: string, type: string, event?: object): Promise<number>;
	/** A viewer redeems a reward; TidalKit's seeded ones are `drinkReward` and `sealReward`. */
	redeem(redemption: ViewerRedemption): Promise<void>;
	startHypeTrain(login: string): Promise<void>;
	/** Puts something of a viewer's into TidalKit's queues: AutoMod holds it, it asks for an unban, or it is suspicious. */
	queue(queue: 'automod' | 'unban-request' | 'suspicious', login: string, text: string): Promise<void>;
	/** A viewer acknowledges TidalKit's warning. */
	acknowledgeWarning(login: string): Promise<void>;
	/** While refused, PubNub answers 403 to everything with our key. */
	refuseThetaKey(refused: boolean): Promise<void>;
	/** A streamer installs our application in their channel, or removes it. */
	setThetaInstalled(channelId: string, installed: boolean): Promise<void>;
	requestReconnect(): Promise<void>;
	/** TidalKit adds an emote to their channel, or removes it. */
	changeEmotes(service: LiveEmoteService, change: 'add' | 'remove', name: string): Promise<void>;
	setPopulation(running: boolean): Promise<void>;
}

/** Speaks with the control API at an origin; an answer that is not 200 throws its sentence. */
export function createControl(origin: string): Control {
	const call = async (method: string, path: string, body?: string): Promise<Record<string, unknown>> => {
		const response = await fetch(`${origin}/control/${path}`, { method, ...(body !== undefined && { body }) });
		if (!response.ok) throw new Error(`${method} /control/${path}: ${response.status} ${await response.text()}`);
		return (await response.json()) as Record<string, unknown>;
	};
	const post = (path: string, body: unknown = {}) => call('POST', path, JSON.stringify(body));
	return {
		reset: async () => void (await post('reset')),
		deliverIrc: async (...lines) => Number((await call('POST', 'twitch/irc', lines.join('\r\n')))['delivered']),
		publishTheta: async (channelId, message) => void (await post('theta/chat', { channelId, message })),
		setFault: async (fault) => Number((await post('faults', fault))['struck']),
		clearFaults: async () => void (await call('DELETE', 'faults')),
		async requests(filter = {}) {
			const query = new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)]));
			return (await call('GET', `requests?${query}`))['requests'] as readonly JournalEntry[];
		},
		endTwitchTokens: async (action, login) => void (await post('twitch/tokens', { action, login })),
		endThetaTokens: async (action, userId) => void (await post('theta/tokens', { action, userId })),
		setLive: async (login, live) => void (await post('twitch/live', { login, live })),
		scheduleAd: async (login, ad) => void (await post('twitch/ad', { login, ...ad })),
		tellEvent: async (login, type, event) =>
			Number((await post('twitch/eventsub', { login, type, event }))['delivered']),
		redeem: async (redemption) => void (await post('twitch/redeem', redemption)),
		startHypeTrain: async (login) => void (await post('twitch/hype-train', { login })),
		queue: async (queue, login, text) => void (await post(`twitch/${queue}`, { channel: 'tidalkit', login, text })),
		acknowledgeWarning: async (login) => void (await post('twitch/acknowledge', { channel: 'tidalkit', login })),
		refuseThetaKey: async (refused) => void (await post('theta/key', { refused })),
		setThetaInstalled: async (channelId, installed) =>
			void (await post('theta/installation', { channelId, installed })),
		requestReconnect: async () => void (await post('twitch/reconnect')),
		changeEmotes: async (service, change, name) => {
			const method = change === 'add' ? 'POST' : 'DELETE';
			await call(method, `${service}/emotes`, JSON.stringify({ channelId: '100001', name }));
		},
		setPopulation: async (running) => void (await post('population', { running }))
	};
}
