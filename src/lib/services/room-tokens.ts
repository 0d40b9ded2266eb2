import { AuthorizationError } from '#lib/model/errors.ts';
import type { RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import * as v from 'valibot';
import { postAsAccount, type AccountRequestOptions } from './account-request.ts';

/** Early enough that whoever is given a token can still open a socket with it. */
const renewAheadMs = 5 * 60_000;

/** Hosts its account's own channel, and joins any other as that account. */
export interface RoomToken {
	readonly accessToken: string;
	/** Of the account's own room: `twitch:12826`. */
	readonly channelId: string;
	/** Epoch ms. */
	readonly expiresAt: number;
}

const answer = v.object({
	access_token: v.pipe(v.string(), v.minLength(1)),
	expires_in: v.number(),
	channelId: v.string()
});

/** Tokens for rooms, kept in this page's memory alone until shortly before they end. */
export class RoomTokens {
	readonly #options: AccountRequestOptions;
	readonly #kept = new Map<string, RoomToken>();
	readonly #requests = new Map<string, Promise<RoomToken>>();

	constructor(options: AccountRequestOptions) {
		this.#options = options;
	}

	/**
	 * The token of the connected account of a platform, requested once however many ask; `refused` is one that a room did
	 * not take. Throws `AuthorizationError` when the account must be connected again, else as `postToWorker`.
	 */
	async get(platform: RegisteredPlatformId, refused?: string): Promise<RoomToken> {
		const { accounts, context } = this.#options;
		const account = accounts.find(platform);
		if (!account) throw new AuthorizationError('not_connected', 'No account is connected.');
		const holder = `${platform}:${account.identity.userId}`;
		const kept = this.#kept.get(holder);
		if (kept && kept.accessToken !== refused && kept.expiresAt - context.environment.clock.now() > renewAheadMs)
			return kept;
		const running = this.#requests.get(holder);
		if (running) return running;
		const request = this.#request(platform, holder).finally(() => this.#requests.delete(holder));
		this.#requests.set(holder, request);
		return request;
	}

	async #request(platform: RegisteredPlatformId, holder: string): Promise<RoomToken> {
		const token = await postAsAccount('/api/rooms/token', { platform }, this.#options, answer);
		const { access_token: accessToken, expires_in: expiresInSeconds, channelId } = token;
		const expiresAt = this.#options.context.environment.clock.now() + expiresInSeconds * 1000;
		const kept = { accessToken, channelId, expiresAt };
		this.#kept.set(holder, kept);
		return kept;
	}
}
