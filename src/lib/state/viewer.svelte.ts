import type { Identity } from '#lib/model/account.ts';
import { openStorage } from '#lib/services/storage.ts';
import type { ViewerAccount } from '#lib/services/viewer-account.ts';

const keyPrefix = 'viewer-account:';

/** Who plays on this page: a guest, for whom nothing is loaded, or a viewer who signed in. */
export class Viewer {
	identity = $state.raw<Identity>();
	/** Nothing is known of the account yet. */
	opening = $state(true);
	/** Leaving for Twitch, or signing out. */
	busy = $state(false);
	failed = $state(false);
	#account: Promise<ViewerAccount> | undefined;
	readonly #opened: Promise<void>;

	constructor() {
		this.#opened = this.#open();
	}

	/** What joins rooms as the account; `undefined` for a guest. Throws `ConnectionError`. */
	async roomToken(refused?: string): Promise<string | undefined> {
		await this.#opened;
		if (!this.identity) return undefined;
		const account = await this.#load();
		const token = await account.roomToken(refused);
		this.identity = account.identity;
		return token;
	}

	/** Leaves for Twitch, and comes back to the page of that path. */
	async signIn(returnTo: string): Promise<void> {
		this.busy = true;
		this.failed = false;
		try {
			await (await this.#load()).signIn(returnTo);
		} catch {
			this.busy = false;
			this.failed = true;
		}
	}

	async signOut(): Promise<void> {
		this.busy = true;
		try {
			await (await this.#load()).signOut();
			this.identity = undefined;
		} finally {
			this.busy = false;
		}
	}

	async #open(): Promise<void> {
		try {
			const storage = await openStorage('tributary');
			if (!(await storage.keys()).some((key) => key.startsWith(keyPrefix))) return;
			this.identity = (await this.#load()).identity;
		} finally {
			this.opening = false;
		}
	}

	#load(): Promise<ViewerAccount> {
		this.#account ??= loadAccount();
		return this.#account;
	}
}

async function loadAccount(): Promise<ViewerAccount> {
	const [{ openViewerAccount }, storage] = await Promise.all([
		import('#lib/services/viewer-account.ts'),
		openStorage('tributary')
	]);
	return openViewerAccount(storage);
}
