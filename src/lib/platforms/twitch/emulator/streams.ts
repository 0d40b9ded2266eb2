import type { Clock } from '#lib/transport/clock.ts';
import type { Accounts } from './accounts.ts';
import type { EmulatedUser } from './emulated-user.ts';
import type { Notifications } from './notifications.ts';

/** What a channel says about itself, live or not. */
export interface ChannelInformation {
	readonly title: string;
	/** Empty for none. */
	readonly categoryId: string;
	readonly categoryName: string;
	readonly language: string;
	readonly tags: readonly string[];
	readonly labels: readonly string[];
	readonly isBrandedContent: boolean;
	/** Seconds; for partners alone. */
	readonly delay: number;
}

/** A stream that is on the air. */
export interface EmulatedStream {
	readonly id: string;
	/** Epoch ms. */
	readonly startedAt: number;
	readonly viewers: number;
}

const liveFromTheStart: Readonly<Record<string, { readonly minutes: number; readonly viewers: number }>> = {
	tidalkit: { minutes: 83, viewers: 214 },
	mosslantern: { minutes: 26, viewers: 58 },
	anemonearcade: { minutes: 192, viewers: 1_340 },
	coralcompiler: { minutes: 9, viewers: 12 }
};

const untold: ChannelInformation = {
	title: '',
	categoryId: '',
	categoryName: '',
	language: 'en',
	tags: [],
	labels: [],
	isBrandedContent: false,
	delay: 0
};

const seeds: Readonly<Record<string, Partial<ChannelInformation>>> = {
	tidalkit: {
		title: 'Building a lighthouse keeper game, day 12',
		categoryId: '1469308723',
		categoryName: 'Software and Game Development',
		tags: ['GameDev', 'Cozy', 'English']
	},
	mosslantern: { title: 'Night walk in the rain', categoryId: '509672', categoryName: 'IRL', tags: ['Quiet'] },
	anemonearcade: { title: 'Cabinets of 1984', categoryId: '27284', categoryName: 'Retro', tags: ['Arcade'] },
	coralcompiler: { title: 'Small compilers', categoryId: '1469308723', categoryName: 'Software and Game Development' }
};

/** Which channels are on the air, and what they say about themselves. */
export class Streams {
	readonly #clock: Clock;
	readonly #accounts: Accounts;
	readonly #notifications: Notifications;
	readonly #streams = new Map<string, EmulatedStream>();
	readonly #information = new Map<string, ChannelInformation>();
	#lastId = 40_000_000;

	constructor(clock: Clock, accounts: Accounts, notifications: Notifications) {
		this.#clock = clock;
		this.#accounts = accounts;
		this.#notifications = notifications;
		this.reset();
	}

	/** The stream of a channel; `undefined` while it is offline. */
	find(owner: EmulatedUser): EmulatedStream | undefined {
		return this.#streams.get(owner.id);
	}

	informationOf(owner: EmulatedUser): ChannelInformation {
		return this.#information.get(owner.id) ?? { ...untold, ...seeds[owner.login] };
	}

	/** Goes on the air and tells it; a channel that is live stays so. */
	goLive(owner: EmulatedUser, viewers = 25): void {
		if (this.#streams.has(owner.id)) return;
		const stream = this.#add(owner, { startedAt: this.#clock.now(), viewers });
		const startedAt = new Date(stream.startedAt).toISOString();
		this.#notifications.tell('stream.online', owner, { id: stream.id, type: 'live', started_at: startedAt });
	}

	/** Goes off the air and tells it. */
	goOffline(owner: EmulatedUser): void {
		if (this.#streams.delete(owner.id)) this.#notifications.tell('stream.offline', owner);
	}

	setViewers(owner: EmulatedUser, viewers: number): void {
		const stream = this.#streams.get(owner.id);
		if (stream) this.#streams.set(owner.id, { ...stream, viewers });
	}

	/** Changes what a channel says about itself and tells it. */
	setInformation(owner: EmulatedUser, change: Partial<ChannelInformation>): void {
		const information = { ...this.informationOf(owner), ...change };
		this.#information.set(owner.id, information);
		this.#notifications.tell('channel.update', owner, {
			title: information.title,
			language: information.language,
			category_id: information.categoryId,
			category_name: information.categoryName,
			content_classification_labels: information.labels
		});
	}

	/** As it was seeded, told to nobody. */
	reset(): void {
		this.#streams.clear();
		this.#information.clear();
		for (const [login, { minutes, viewers }] of Object.entries(liveFromTheStart))
			this.#add(this.#accounts.named(login), { startedAt: this.#clock.now() - minutes * 60_000, viewers });
	}

	#add(owner: EmulatedUser, stream: Omit<EmulatedStream, 'id'>): EmulatedStream {
		const added = { ...stream, id: String(++this.#lastId) };
		this.#streams.set(owner.id, added);
		return added;
	}
}
