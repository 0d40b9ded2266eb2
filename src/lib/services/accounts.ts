import type { Account, AccountRole, Identity, Tokens } from '#lib/model/account.ts';
import type { PlatformId } from '#lib/model/platform-id.ts';
import { Emitter } from '#lib/model/emitter.ts';
import { AuthorizationError } from '#lib/model/errors.ts';
import type { RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import { isRegisteredPlatform } from '#lib/platforms/manifests.ts';
import type { Credentials } from '#lib/platforms/platform.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { parseAccount } from './account-record.ts';
import type { Storage } from './storage.ts';

const refreshAheadMs = 60_000;

/** Runs a task while no other page of this browser runs one of the same name. */
export type RunExclusively = <Value>(name: string, task: () => Promise<Value>) => Promise<Value>;

/** What accounts need of the page. */
export interface AccountsOptions {
	readonly storage: Storage;
	readonly clock: Clock;
	readonly refresh: (platform: RegisteredPlatformId, sealedRefreshToken: string) => Promise<Tokens>;
	readonly runExclusively: RunExclusively;
	/** Which accounts these are; absent: the streamer's own. */
	readonly role?: AccountRole;
}

/** The connected accounts of this browser in one role, one a platform, and their tokens, kept fresh. */
export class Accounts {
	readonly #options: AccountsOptions;
	readonly #keyPrefix: string;
	readonly #lockPrefix: string;
	readonly #changes = new Emitter<readonly Account[]>();
	readonly #refreshing = new Map<PlatformId, Promise<string>>();
	#accounts: readonly Account[] = [];

	constructor(options: AccountsOptions) {
		this.#options = options;
		const { role } = options;
		this.#keyPrefix = role ? `${role}-account:` : 'account:';
		this.#lockPrefix = role ? `tributary.refresh.${role}.` : 'tributary.refresh.';
	}

	get list(): readonly Account[] {
		return this.#accounts;
	}

	/** Adds a listener, called with every change, and returns what removes it. */
	onChange(listener: (accounts: readonly Account[]) => void): () => void {
		return this.#changes.on(listener);
	}

	/** Reads the stored accounts; a record that cannot be read is left where it is and not used. */
	async load(): Promise<void> {
		const { storage } = this.#options;
		const accountKeys = (await storage.keys()).filter((key) => key.startsWith(this.#keyPrefix));
		const records = await Promise.all(accountKeys.map(async (key) => parseAccount(await storage.load(key))));
		this.#publish(records.filter((record) => record !== undefined));
	}

	find(platform: PlatformId): Account | undefined {
		return this.#accounts.find(({ identity }) => identity.platform === platform);
	}

	/** Stores an account in place of the one that its platform had. */
	async add(identity: Identity, tokens: Tokens): Promise<void> {
		await this.#save({ identity, tokens, generation: 0, needsReconnect: false });
	}

	/** Deletes an account and its tokens from this browser. */
	async remove(platform: PlatformId): Promise<void> {
		await this.#options.storage.remove(this.#keyPrefix + platform);
		this.#publish(this.#accounts.filter(({ identity }) => identity.platform !== platform));
	}

	/** The credentials of the connected account; `undefined` without one, or with one that must be connected again. */
	credentials(platform: PlatformId): Credentials | undefined {
		const account = this.find(platform);
		if (!account) return undefined;
		return {
			identity: account.identity,
			scopes: account.tokens.scopes,
			accessToken: (rejected) => this.#accessToken(platform, rejected)
		};
	}

	/**
	 * Calls with the account's access token; when the platform refuses the token, refreshes once and calls once more.
	 * Throws `AuthorizationError` without an account or when the grant is dead, and whatever the call throws.
	 */
	async call<Value>(platform: PlatformId, request: (accessToken: string) => Promise<Value>): Promise<Value> {
		const accessToken = await this.#accessToken(platform);
		try {
			return await request(accessToken);
		} catch (error) {
			if (!(error instanceof AuthorizationError && error.code === 'token_rejected')) throw error;
			return request(await this.#accessToken(platform, accessToken));
		}
	}

	async #accessToken(platform: PlatformId, rejected?: string): Promise<string> {
		const account = this.#usable(platform);
		const { accessToken } = account.tokens;
		if (accessToken !== rejected && !this.#isExpiring(account)) return accessToken;
		const running = this.#refreshing.get(platform);
		if (running) return running;
		const refreshing = this.#refresh(platform, accessToken).finally(() => this.#refreshing.delete(platform));
		this.#refreshing.set(platform, refreshing);
		return refreshing;
	}

	/** Another page may have refreshed while this one waited, so the record is read again inside the lock. */
	#refresh(platform: PlatformId, staleToken: string): Promise<string> {
		return this.#options.runExclusively(this.#lockPrefix + platform, async () => {
			const stored = parseAccount(await this.#options.storage.load(this.#keyPrefix + platform));
			if (stored && stored.tokens.accessToken !== staleToken && !stored.needsReconnect) {
				this.#replace(stored);
				return stored.tokens.accessToken;
			}
			return this.#requestTokens(this.#usable(platform));
		});
	}

	async #requestTokens(account: Account): Promise<string> {
		const { platform } = account.identity;
		const { sealedRefreshToken } = account.tokens;
		try {
			if (sealedRefreshToken === undefined || !isRegisteredPlatform(platform))
				throw new AuthorizationError('token_revoked', 'This account has no refresh token.');
			const tokens = await this.#options.refresh(platform, sealedRefreshToken);
			await this.#save({ ...account, tokens, generation: account.generation + 1 });
			return tokens.accessToken;
		} catch (error) {
			if (error instanceof AuthorizationError) await this.#save({ ...account, needsReconnect: true });
			throw error;
		}
	}

	#usable(platform: PlatformId): Account {
		const account = this.find(platform);
		if (!account) throw new AuthorizationError('not_connected', 'No account is connected.');
		if (account.needsReconnect) throw new AuthorizationError('token_revoked', 'The account must be connected again.');
		return account;
	}

	#isExpiring({ tokens }: Account): boolean {
		return tokens.expiresAt !== undefined && tokens.expiresAt - this.#options.clock.now() < refreshAheadMs;
	}

	async #save(account: Account): Promise<void> {
		await this.#options.storage.save(this.#keyPrefix + account.identity.platform, account);
		this.#replace(account);
	}

	#replace(account: Account): void {
		const others = this.#accounts.filter(({ identity }) => identity.platform !== account.identity.platform);
		this.#publish([...others, account]);
	}

	#publish(accounts: readonly Account[]): void {
		this.#accounts = accounts;
		this.#changes.emit(accounts);
	}
}
