import type { LockPort, PagePort, PagePorts } from '#lib/services/leader-election.ts';

interface LockRequest {
	readonly page: FakePage;
	readonly run: () => Promise<unknown>;
	readonly refuse: () => void;
}

interface Lock {
	holder: LockRequest | undefined;
	waiting: LockRequest[];
}

/** The pages of one browser, with what they share: Web Locks and BroadcastChannel. */
export class FakeBrowser {
	readonly #locks = new Map<string, Lock>();
	readonly #pages = new Set<FakePage>();

	openPage(): FakePage {
		const page = new FakePage(this);
		this.#pages.add(page);
		return page;
	}

	/** The browser takes back what a page held, as when its tab is closed. */
	forget(page: FakePage): void {
		this.#pages.delete(page);
		for (const lock of this.#locks.values()) {
			lock.waiting = lock.waiting.filter((request) => request.page !== page);
			if (lock.holder?.page !== page) continue;
			lock.holder = undefined;
			grantNext(lock);
		}
	}

	post(from: FakePage, name: string, message: unknown): void {
		for (const page of this.#pages) if (page !== from) page.receive(name, structuredClone(message));
	}

	request(page: FakePage, name: string, { signal, steal }: Options, task: () => Promise<unknown>): Promise<unknown> {
		const lock = this.#locks.get(name) ?? { holder: undefined, waiting: [] };
		this.#locks.set(name, lock);
		return new Promise((resolve, reject) => {
			const refuse = () => reject(new DOMException('The lock was taken.', 'AbortError'));
			const run = () => task().then(resolve, reject);
			const request: LockRequest = { page, run, refuse };
			signal?.addEventListener('abort', () => {
				lock.waiting = lock.waiting.filter((one) => one !== request);
				if (lock.holder !== request) refuse();
			});
			if (steal) {
				const { holder } = lock;
				lock.holder = undefined;
				holder?.refuse();
				lock.waiting.unshift(request);
			} else lock.waiting.push(request);
			grantNext(lock);
		});
	}
}

type Options = Parameters<LockPort['request']>[1];

function grantNext(lock: Lock): void {
	if (lock.holder) return;
	const next = lock.waiting.shift();
	if (!next) return;
	lock.holder = next;
	queueMicrotask(() => {
		void next.run().finally(() => {
			if (lock.holder !== next) return;
			lock.holder = undefined;
			grantNext(lock);
		});
	});
}

/** One page, which can be closed, or frozen in the background. */
export class FakePage {
	readonly ports: PagePorts;
	readonly #browser: FakeBrowser;
	readonly #channels = new Map<string, PagePort>();
	#frozen = false;
	#missed: (() => void)[] = [];

	constructor(browser: FakeBrowser) {
		this.#browser = browser;
		this.ports = {
			locks: { request: (name, options, task) => browser.request(this, name, options, task) },
			openChannel: (name) => {
				const port: PagePort = {
					onmessage: null,
					postMessage: (message) => {
						if (!this.#frozen) browser.post(this, name, message);
					},
					close: () => void this.#channels.delete(name)
				};
				this.#channels.set(name, port);
				return port;
			}
		};
	}

	receive(name: string, data: unknown): void {
		const deliver = () => this.#channels.get(name)?.onmessage?.({ data });
		if (this.#frozen) this.#missed.push(deliver);
		else queueMicrotask(deliver);
	}

	/** The tab is closed: nothing of the page runs any more. */
	leave(): void {
		this.#channels.clear();
		this.#browser.forget(this);
	}

	/** Nothing reaches the page, and it says nothing. */
	freeze(): void {
		this.#frozen = true;
	}

	thaw(): void {
		this.#frozen = false;
		for (const deliver of this.#missed) queueMicrotask(deliver);
		this.#missed = [];
	}
}
