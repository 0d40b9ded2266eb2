import type { StreamEvent } from '#lib/model/stream-event.ts';
import type { Page } from '#lib/platforms/twitch/helix/request-pages.ts';
import type { UnbanRequest } from '#lib/platforms/twitch/helix/unban-requests.ts';
import { Attempt } from './attempt.svelte.ts';

/** Asks for one page of requests, the first one without a cursor. */
export type RequestPage = (after: string | undefined) => Promise<Page<UnbanRequest>>;

const mostAnswered = 200;

/** Unban requests of one status, newest first: loaded page by page, the pending ones moved on by events. */
export class UnbanQueue {
	list = $state.raw<readonly UnbanRequest[]>([]);
	loaded = $state(false);
	readonly loading = new Attempt();
	#cursor = $state<string>();
	/** Whether there are more than were loaded. */
	readonly more = $derived(this.#cursor !== undefined);
	/** What was heard of while the list was on its way. */
	#heard: readonly UnbanRequest[] = [];
	#answered: readonly string[] = [];

	/** Loads the list anew. */
	async load(request: RequestPage): Promise<void> {
		this.#heard = [];
		await this.loading.run(async () => {
			const page = await request(undefined);
			this.#show(this.#heard, page);
			this.loaded = true;
		});
	}

	/** Loads the next page. */
	async loadMore(request: RequestPage): Promise<void> {
		await this.loading.run(async () => this.#show(this.list, await request(this.#cursor)));
	}

	take(event: StreamEvent): void {
		if (event.type === 'unban-request-resolved') this.remove(event.requestId);
		if (event.type !== 'unban-request') return;
		const { requestId: id, person, text, at: createdAt } = event;
		const request: UnbanRequest = { id, person, text, createdAt, status: 'pending', answeredBy: '', answer: '' };
		this.#heard = join([request], this.#heard);
		this.list = this.#unanswered(join([request], this.list));
	}

	/** A request was answered; it does not come back with a page that was on its way. */
	remove(requestId: string): void {
		this.#answered = [requestId, ...this.#answered].slice(0, mostAnswered);
		this.list = this.#unanswered(this.list);
	}

	/** Forgets everything, for another account. */
	clear(): void {
		this.list = [];
		this.loaded = false;
		this.#cursor = undefined;
		this.#heard = [];
	}

	#show(before: readonly UnbanRequest[], { items, cursor }: Page<UnbanRequest>): void {
		this.#cursor = cursor;
		this.list = this.#unanswered(join(before, items));
	}

	#unanswered(requests: readonly UnbanRequest[]): readonly UnbanRequest[] {
		return requests.filter(({ id }) => !this.#answered.includes(id));
	}
}

function join(first: readonly UnbanRequest[], second: readonly UnbanRequest[]): readonly UnbanRequest[] {
	return [...first, ...second.filter(({ id }) => !first.some((one) => one.id === id))];
}
