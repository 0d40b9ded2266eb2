import type { PictureSet } from '#lib/model/chat-pictures.ts';
import type { EmoteChange } from '#lib/model/emote-change.ts';
import type { PictureSource } from '#lib/platforms/picture-source.ts';
import { Backoff } from '#lib/transport/backoff.ts';
import type { Environment } from '#lib/transport/environment.ts';
import * as v from 'valibot';
import type { Storage } from './storage.ts';

const refreshMs = 30 * 60_000;
/** Within this, what may have been missed is read. */
const soonMs = 5_000;
const retry = { firstMs: 20_000, capMs: 10 * 60_000 };
const mostStaleMs = 7 * 24 * 60 * 60_000;
const keptAnswer = v.object({ savedAt: v.number(), answer: v.unknown() });

/** What a source's loading is given and tells. */
export interface PictureLoadingOptions {
	readonly environment: Environment;
	/** Where answers are kept for a week, for times when the source is out. */
	readonly storage?: Storage;
	readonly onSet: (set: PictureSet) => void;
	/** Called with what changed in the newest set. */
	readonly onChange: (change: EmoteChange) => void;
	/** Called after each attempt. */
	readonly onOutcome: (outcome: { readonly failed: boolean }) => void;
}

/** Loads a source's pictures, again every half hour, and after a failure sooner; the returned function ends it. */
export function keepLoading(source: PictureSource, options: PictureLoadingOptions): () => void {
	const { environment, storage, onSet, onChange, onOutcome } = options;
	const { clock, random } = environment;
	const backoff = new Backoff(random, retry);
	let timer: unknown;
	let loaded = false;
	let closed = false;
	let topic: string | undefined;
	let stopFollowing: (() => void) | undefined;

	async function load(): Promise<void> {
		const failed = await refresh().then(
			() => false,
			() => true
		);
		if (closed) return;
		onOutcome({ failed });
		if (!failed) backoff.reset();
		// Many pages that were opened at once do not come back at once.
		const waitMs = failed ? backoff.next() : refreshMs * (0.75 + random() / 2);
		clock.clearTimeout(timer);
		timer = clock.setTimeout(() => void load(), waitMs);
	}

	async function refresh(): Promise<void> {
		const answer = await source.request();
		const set = decode(source, answer);
		loaded = true;
		if (closed) return;
		onSet(set);
		follow(answer);
		await storage?.save(source.key, { savedAt: clock.now(), answer }).catch(() => undefined);
	}

	function follow(answer: unknown): void {
		const next = source.news?.topicOf(answer);
		if (next === topic) return;
		stopFollowing?.();
		topic = next;
		const onMissed = () => {
			clock.clearTimeout(timer);
			timer = clock.setTimeout(() => void load(), soonMs * random());
		};
		stopFollowing = next === undefined ? undefined : source.news?.follow(next, { onChange, onMissed });
	}

	async function takeKept(): Promise<void> {
		const kept = v.safeParse(keptAnswer, await storage?.load(source.key));
		if (!kept.success || loaded || closed) return;
		if (clock.now() - kept.output.savedAt > mostStaleMs) return storage?.remove(source.key);
		onSet(decode(source, kept.output.answer));
	}

	// What was kept is as good as nothing when it cannot be read.
	takeKept().catch(() => undefined);
	void load();
	return () => {
		closed = true;
		clock.clearTimeout(timer);
		stopFollowing?.();
	};
}

function decode(source: PictureSource, answer: unknown): PictureSet {
	return answer === undefined ? {} : source.decode(answer);
}
