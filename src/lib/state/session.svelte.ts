import type { Account, AccountRole } from '#lib/model/account.ts';
import type { ChannelRef } from '#lib/model/channel.ts';
import { AuthorizationError, ConnectionError } from '#lib/model/errors.ts';
import { defaultConfig, type PublicConfig } from '#lib/model/public-config.ts';
import type { PlatformId } from '#lib/model/platform-id.ts';
import type { ChatConnection } from '#lib/platforms/chat-connection.ts';
import { clients } from '#lib/platforms/clients.ts';
import { isRegisteredPlatform, manifests, type RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import type { OwnEmotes, SentTimes } from '#lib/platforms/platform.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import type { ViewerFacts, ViewerRequest } from '#lib/platforms/viewer.ts';
import type { AccountRequestOptions } from '#lib/services/account-request.ts';
import { Accounts, type AccountsOptions } from '#lib/services/accounts.ts';
import {
	beginAuthorization,
	completeAuthorization,
	type AuthorizationOutcome,
	type FoundAccount
} from '#lib/services/authorization.ts';
import { ChatHistory } from '#lib/services/chat-history.ts';
import { loadConfig } from '#lib/services/config.ts';
import { loadEmotes } from '#lib/services/load-emotes.ts';
import { runExclusively } from '#lib/services/lock.ts';
import { createChatConnection, type OpenChatOptions } from '#lib/services/open-chat.ts';
import { createProver } from '#lib/services/proof-key.ts';
import { RoomTokens, type RoomToken } from '#lib/services/room-tokens.ts';
import { createSentTimes } from '#lib/services/sent-times.ts';
import { openStorage } from '#lib/services/storage.ts';
import type { ThetaInstallation } from '#lib/services/theta-installation.ts';
import { refreshAccessToken, revokeToken, validateToken, type TokenContext } from '#lib/services/token-requests.ts';
import { TokenWatch } from '#lib/services/token-watch.ts';
import { systemEnvironment } from '#lib/transport/environment.ts';
import { createContext } from 'svelte';
import { onWake } from './wake.ts';

/** How an account is connected. */
export interface ConnectOptions {
	readonly forceVerify?: boolean;
	readonly extraScopes?: readonly string[];
	/** Absent: the streamer's own account. */
	readonly role?: AccountRole | undefined;
	/** The page of ours that wants the account, where that is not the panel: `/go?code=K7QX2M`. */
	readonly returnTo?: string | undefined;
}

interface Services {
	readonly accounts: Accounts;
	readonly bots: Accounts;
	/** Of viewers who play; their own page reads them. */
	readonly viewers: Accounts;
	readonly context: TokenContext;
	readonly roomTokens: RoomTokens;
}

/** This browser's accounts, and what a page can do with them. */
export class Session {
	ready = $state(false);
	config = $state.raw<PublicConfig>(defaultConfig(location.origin));
	accounts = $state.raw<readonly Account[]>([]);
	/** Second accounts, which only speak. */
	bots = $state.raw<readonly Account[]>([]);
	persistent = $state(true);
	online = $state(navigator.onLine);
	/** The lines of chat that this browser keeps. */
	readonly chatHistory = new ChatHistory({
		openStorage: () => openStorage('tributary-chat'),
		clock: systemEnvironment.clock,
		runExclusively
	});
	#services: Services | undefined;
	readonly #environment = systemEnvironment;

	/** Loads configuration and accounts, and keeps the accounts checked until the returned function is called. */
	open(): () => void {
		const readOnline = () => (this.online = navigator.onLine);
		addEventListener('online', readOnline);
		addEventListener('offline', readOnline);
		const loading = this.#load();
		return () => {
			removeEventListener('online', readOnline);
			removeEventListener('offline', readOnline);
			void loading.then((stop) => stop());
		};
	}

	account(platform: PlatformId): Account | undefined {
		return this.accounts.find(({ identity }) => identity.platform === platform);
	}

	bot(platform: PlatformId): Account | undefined {
		return this.bots.find(({ identity }) => identity.platform === platform);
	}

	/** Whether a client ID is configured, so that accounts of the platform can be connected. */
	canConnect(platform: PlatformId): boolean {
		if (!isRegisteredPlatform(platform)) return false;
		const request = { scopes: [], forceVerify: false, state: '' };
		return manifests[platform].authorizationUrl(this.config, request) !== undefined;
	}

	/**
	 * Leaves the page for the platform's authorize page, asking for `extraScopes` and whatever was allowed before;
	 * `role` is that of the account to connect.
	 * Throws `RejectionError` `not_configured` without a client ID.
	 */
	async connect(
		platform: PlatformId,
		{ forceVerify = true, extraScopes = [], role, returnTo }: ConnectOptions = {}
	): Promise<void> {
		const registered = this.#registered(platform);
		const { scopes: ownScopes, botScopes = [] } = manifests[registered];
		const allowed = (role ? this.bot(platform) : this.account(platform))?.tokens.scopes ?? [];
		const scopes = [...(role ? botScopes : ownScopes), ...allowed, ...extraScopes];
		const { context } = this.#opened();
		const options = { scopes, forceVerify, ...(role && { role }), ...(returnTo && { returnTo }) };
		location.assign(await beginAuthorization(registered, options, context, sessionStorage));
	}

	/** Deletes the account here in any case; `revoked` tells whether the platform forgot the tokens too. */
	async disconnect(platform: PlatformId, role?: AccountRole): Promise<{ revoked: boolean }> {
		const accounts = this.#accountsOf(role);
		const account = accounts.find(platform);
		if (!account) return { revoked: false };
		const revoked = await this.#revoke({ identity: account.identity, tokens: account.tokens });
		await accounts.remove(platform);
		this.#sentTimesOf(platform).save(account.identity.userId, []);
		return { revoked };
	}

	/** Finishes a sign-in from the address that the platform sent this tab back to. */
	async completeAuthorization(platform: PlatformId, callbackUrl: string): Promise<AuthorizationOutcome> {
		const { context } = this.#opened();
		const outcome = await completeAuthorization(this.#registered(platform), callbackUrl, context, sessionStorage);
		if (outcome.type !== 'found' || !this.#isConnectedAsOther(outcome)) return outcome;
		await this.#revoke(outcome);
		const { identity, role, returnTo } = outcome;
		const asked = { ...(role && { role }), ...(returnTo && { returnTo }) };
		return { type: 'same-account', displayName: identity.displayName, ...asked };
	}

	/** Keeps an account that the user recognised. */
	async confirm({ identity, tokens, role }: FoundAccount): Promise<void> {
		await this.#accountsOf(role).add(identity, tokens);
		await navigator.storage?.persist?.().catch(() => false);
	}

	/** Gives back the tokens of an account that the user did not want; stores nothing. */
	async decline(found: FoundAccount): Promise<void> {
		await this.#revoke(found);
	}

	/** Asks whether this server's application is installed in the own channel of the connected THETA.tv account. Throws as the request does. */
	async requestThetaInstallation(): Promise<ThetaInstallation> {
		const { accounts, context } = this.#opened();
		const account = accounts.find('theta');
		if (!account) throw new AuthorizationError('not_connected', 'No THETA.tv account is connected.');
		const { requestThetaInstallation } = await import('#lib/services/theta-installation.ts');
		return requestThetaInstallation(account.tokens, context);
	}

	/**
	 * What the connected account hosts its room with, and joins others; `refused` is a token that a room did not take.
	 * Throws `AuthorizationError` when the account must be connected again, else as `postToWorker`.
	 */
	async requestRoomToken(platform: PlatformId, refused?: string): Promise<RoomToken> {
		return this.#opened().roomTokens.get(this.#registered(platform), refused);
	}

	/** What the Worker is asked with as one of the accounts. */
	get accountRequests(): AccountRequestOptions {
		return this.#opened();
	}

	/** A chat connection that writes as the connected account of its platform. */
	async createChatConnection(
		channel: ChannelRef,
		options: Pick<OpenChatOptions, 'missingSince' | 'cursor' | 'fillsGaps'> = {}
	): Promise<ChatConnection> {
		const { accounts, bots } = this.#opened();
		const credentials = () => accounts.credentials(channel.platform);
		const botCredentials = () => bots.credentials(channel.platform);
		return createChatConnection(channel, {
			...options,
			config: this.config,
			credentials,
			botCredentials,
			sentTimes: this.#sentTimesOf(channel.platform)
		});
	}

	/** Twitch's API as the streamer. Throws `AuthorizationError` `not_connected` without an account. */
	helix(): Helix {
		const credentials = this.#services?.accounts.credentials('twitch');
		if (!credentials) throw new AuthorizationError('not_connected', 'No Twitch account is connected.');
		return { credentials, config: this.config, environment: this.#environment };
	}

	/** The platform's own emotes that the connected account may write in a channel; throws as the platform's calls do. */
	async loadEmotes(channel: ChannelRef): Promise<OwnEmotes> {
		const { accounts } = this.#opened();
		return loadEmotes(channel, { config: this.config, credentials: accounts.credentials(channel.platform) });
	}

	/** What the platform tells the connected account of a viewer of a channel; nothing where it cannot be asked. */
	async findViewer(
		{ platform, key }: ChannelRef,
		userId: string,
		{ moderates }: Pick<ViewerRequest, 'moderates'>
	): Promise<ViewerFacts> {
		const credentials = this.#services?.accounts.credentials(platform);
		if (!credentials || !isRegisteredPlatform(platform)) return {};
		const client = await clients[platform]();
		const facts = await client.findViewer?.({
			credentials,
			config: this.config,
			environment: this.#environment,
			channelKey: key,
			userId,
			moderates
		});
		return facts ?? {};
	}

	async #load(): Promise<() => void> {
		const [config, storage] = await Promise.all([
			loadConfig({ storage: () => localStorage }),
			openStorage('tributary')
		]);
		const context: TokenContext = {
			config,
			environment: this.#environment,
			appOrigin: location.origin,
			prove: createProver(storage, this.#environment.clock)
		};
		const options: AccountsOptions = {
			storage,
			clock: this.#environment.clock,
			refresh: (platform, sealedRefreshToken) => refreshAccessToken(platform, sealedRefreshToken, context),
			runExclusively
		};
		const accounts = new Accounts(options);
		const bots = new Accounts({ ...options, role: 'bot' });
		const viewers = new Accounts({ ...options, role: 'viewer' });
		const stops = [accounts.onChange((list) => (this.accounts = list)), bots.onChange((list) => (this.bots = list))];
		this.config = config;
		this.persistent = storage.persistent;
		// Whoever sees an account may act as it.
		this.#services = { accounts, bots, viewers, context, roomTokens: new RoomTokens({ accounts, context }) };
		await Promise.all([accounts.load(), bots.load()]);
		this.ready = true;
		const stopWatch = this.#watchTokens();
		return () => {
			stopWatch();
			for (const stop of stops) stop();
		};
	}

	#watchTokens(): () => void {
		const watch = new TokenWatch({ clock: this.#environment.clock, validate: () => this.#validate() });
		const stopWake = onWake(() => watch.wake());
		const stopWatch = watch.open();
		return () => {
			stopWake();
			stopWatch();
		};
	}

	/** A refused token is refreshed, which marks the account when the grant is dead; throws a passing fault. */
	async #validate(): Promise<void> {
		if (!this.#services) return;
		const { accounts, bots, context } = this.#services;
		const connected = [accounts, bots].flatMap((list) => list.list.map(({ identity }) => [list, identity] as const));
		const results = await Promise.allSettled(
			connected.map(([list, { platform }]) =>
				list.call(platform, (accessToken) => validateToken(this.#registered(platform), accessToken, context))
			)
		);
		for (const result of results)
			if (result.status === 'rejected' && result.reason instanceof ConnectionError) throw result.reason;
	}

	async #revoke({ identity, tokens }: FoundAccount): Promise<boolean> {
		try {
			return await revokeToken(this.#registered(identity.platform), tokens, this.#opened().context);
		} catch {
			return false;
		}
	}

	#sentTimesOf(platform: PlatformId): SentTimes {
		return createSentTimes(platform, () => localStorage);
	}

	#accountsOf(role: AccountRole | undefined): Accounts {
		const { accounts, bots, viewers } = this.#opened();
		if (role === 'viewer') return viewers;
		return role ? bots : accounts;
	}

	#isConnectedAsOther({ identity: { platform, userId }, role }: FoundAccount): boolean {
		if (role === 'viewer') return false;
		return (role ? this.account(platform) : this.bot(platform))?.identity.userId === userId;
	}

	#opened(): Services {
		if (!this.#services) throw new Error('The session is used before it is ready.');
		return this.#services;
	}

	#registered(platform: PlatformId): RegisteredPlatformId {
		if (!isRegisteredPlatform(platform)) throw new Error(`There is no platform "${platform}".`);
		return platform;
	}
}

/** The session of the page, set in the layout of the pages that need accounts. */
export const [getSession, setSession] = createContext<Session>();
