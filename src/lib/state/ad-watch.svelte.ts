import { RejectionError } from '#lib/model/errors.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import type { AdSchedule, Commercial, SnoozedAd } from '#lib/platforms/twitch/helix/ads.ts';
import type { Clock } from '#lib/transport/clock.ts';
import * as v from 'valibot';
import type { SettingsStorage } from './settings.svelte.ts';
import { StoredValue } from './stored-value.svelte.ts';

/** How long before an ad the streamer is told. */
export const adWarningSeconds = [60, 10] as const;

const everyMs = 5 * 60_000;
/** Twitch is not asked more often, whatever happens. */
const pauseMs = 30_000;

const pauseSchema = v.object({ broadcasterId: v.string(), freeAt: v.number() });

/** Ads that are running. */
export interface AdBreak {
	readonly seconds: number;
	readonly endsAt: number;
	/** They came on their own. */
	readonly automatic: boolean;
}

/** What a watch over ads works with. */
export interface AdWatchOptions {
	readonly clock: Clock;
	/** Where it is kept until when no commercial can be run. */
	readonly storage: () => SettingsStorage;
	readonly request: () => Promise<AdSchedule>;
	/** The next ad comes in so many seconds. */
	readonly onWarning: (seconds: number) => void;
}

/** When ads come and whether they run, as far as Twitch tells it. */
export class AdWatch {
	schedule = $state.raw<AdSchedule>();
	/** Why the schedule is not known. */
	problem = $state.raw<unknown>();
	loading = $state(false);
	running = $state.raw<AdBreak>();
	readonly #pause: StoredValue<typeof pauseSchema>;
	readonly #options: AdWatchOptions;
	#timers: readonly unknown[] = [];
	#nextLoad: unknown;
	#loadedAt = -Infinity;
	#broadcasterId = $state('');
	#opened = 0;

	constructor(options: AdWatchOptions) {
		this.#options = options;
		this.#pause = new StoredValue({
			key: 'tributary.ads-free-at',
			schema: pauseSchema,
			initial: { broadcasterId: '', freeAt: 0 },
			storage: options.storage
		});
	}

	/** Epoch ms until when no commercial can be run. */
	get freeAt(): number {
		const { broadcasterId, freeAt } = this.#pause.current;
		return broadcasterId === this.#broadcasterId ? freeAt : 0;
	}

	/** Starts watching an account's ads; the returned function stops. */
	open(broadcasterId: string): () => void {
		this.#opened++;
		this.#broadcasterId = broadcasterId;
		void this.reload();
		return () => {
			this.#opened++;
			this.#clear();
			this.schedule = this.problem = this.running = undefined;
			this.loading = false;
			this.#loadedAt = -Infinity;
		};
	}

	/** Asks for the schedule. */
	async reload(): Promise<void> {
		if (this.loading) return;
		const opened = this.#opened;
		this.loading = true;
		this.#loadedAt = this.#options.clock.now();
		try {
			const schedule = await this.#options.request();
			if (opened === this.#opened) this.#show(schedule);
		} catch (error) {
			if (opened === this.#opened) this.problem = error;
		} finally {
			if (opened === this.#opened) {
				this.loading = false;
				this.#planLoad(everyMs);
			}
		}
	}

	/** Asks again soon: what was done may have changed it. */
	check(): void {
		this.#planLoad(0);
	}

	/** A commercial was run from here. */
	begin({ seconds, pauseSeconds }: Commercial): void {
		const now = this.#options.clock.now();
		this.running = { seconds, endsAt: now + seconds * 1_000, automatic: false };
		this.#pause.current = { broadcasterId: this.#broadcasterId, freeAt: now + pauseSeconds * 1_000 };
		this.#planLoad(pauseMs);
	}

	/** The next ad was put off. */
	putOff(snoozed: SnoozedAd): void {
		if (!this.schedule) return;
		const { seconds, prerollFreeSeconds, readAt } = this.schedule;
		this.#show({ seconds, prerollFreeSeconds, readAt, ...snoozed });
	}

	/** Takes up ads that began, and that the stream began or ended. */
	take(event: StreamEvent): void {
		if (event.simulated) return;
		if (event.type === 'ad-break') {
			const { seconds, automatic } = event;
			this.running = { seconds, automatic, endsAt: this.#options.clock.now() + seconds * 1_000 };
			this.#planLoad(pauseMs);
		}
		if (event.type === 'stream-offline') this.running = undefined;
		if (event.type === 'stream-online' || event.type === 'stream-offline') this.check();
	}

	#show(schedule: AdSchedule): void {
		this.schedule = schedule;
		this.problem = undefined;
		this.#planWarnings(schedule.nextAt);
	}

	#planWarnings(nextAt: number | undefined): void {
		const { clock, onWarning } = this.#options;
		for (const timer of this.#timers) clock.clearTimeout(timer);
		this.#timers = [];
		if (nextAt === undefined) return;
		const ahead = adWarningSeconds.filter((seconds) => nextAt - seconds * 1_000 > clock.now());
		this.#timers = ahead.map((seconds) =>
			clock.setTimeout(() => onWarning(seconds), nextAt - seconds * 1_000 - clock.now())
		);
	}

	/** Who is no partner or affiliate has no ads to ask about. */
	#planLoad(afterMs: number): void {
		const { clock } = this.#options;
		clock.clearTimeout(this.#nextLoad);
		if (this.problem instanceof RejectionError) return;
		const earliest = this.#loadedAt + pauseMs - clock.now();
		this.#nextLoad = clock.setTimeout(() => void this.reload(), Math.max(afterMs, earliest));
	}

	#clear(): void {
		const { clock } = this.#options;
		for (const timer of [...this.#timers, this.#nextLoad]) clock.clearTimeout(timer);
		this.#timers = [];
	}
}
