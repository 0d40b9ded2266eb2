import { expect, test } from 'vitest';
import { AppUpdate, type Registration } from '#lib/state/app-update.svelte.ts';

class FakeWorker extends EventTarget {
	state = 'installing';
	readonly messages: unknown[] = [];

	postMessage(message: unknown): void {
		this.messages.push(message);
	}
}

class FakeRegistration extends EventTarget implements Registration {
	waiting: FakeWorker | null = null;
	installing: FakeWorker | null = null;

	async update(): Promise<void> {}

	/** A newer version is found and installed. */
	install(): FakeWorker {
		const worker = new FakeWorker();
		this.installing = worker;
		this.dispatchEvent(new Event('updatefound'));
		this.installing = null;
		this.waiting = worker;
		worker.dispatchEvent(new Event('statechange'));
		return worker;
	}
}

async function open(controller: unknown) {
	const registration = new FakeRegistration();
	const serviceWorkers = Object.assign(new EventTarget(), { controller, register: async () => registration });
	let reloads = 0;
	const update = new AppUpdate({ serviceWorkers, url: '/service-worker.js', reload: () => reloads++ });
	const close = update.open();
	await Promise.resolve();
	await Promise.resolve();
	return { update, registration, serviceWorkers, close, reloads: () => reloads };
}

test('the first version of all is offered to nobody', async () => {
	const { update, registration, serviceWorkers, close, reloads } = await open(null);

	registration.install();
	serviceWorkers.dispatchEvent(new Event('controllerchange'));

	expect(update.ready).toBe(false);
	expect(reloads()).toBe(0);
	close();
});

test('a newer version waits until it is asked for, and only then is the page loaded anew', async () => {
	const { update, registration, serviceWorkers, close, reloads } = await open({});
	const worker = registration.install();

	expect(update.ready).toBe(true);
	expect([worker.messages, reloads()]).toEqual([[], 0]);

	update.apply();
	expect([worker.messages, reloads()]).toEqual([['take-over'], 0]);

	serviceWorkers.dispatchEvent(new Event('controllerchange'));
	expect(reloads()).toBe(1);
	close();
});

test('a version that another page took is offered, and never reloads this page by itself', async () => {
	const { update, serviceWorkers, close, reloads } = await open({});

	serviceWorkers.dispatchEvent(new Event('controllerchange'));

	expect([update.ready, reloads()]).toEqual([true, 0]);
	update.apply();
	expect(reloads()).toBe(1);
	close();
});

test('without service workers, or where they are refused, everything goes on', async () => {
	const serviceWorkers = Object.assign(new EventTarget(), {
		controller: null,
		register: () => Promise.reject(new Error('refused'))
	});

	for (const given of [undefined, serviceWorkers]) {
		const update = new AppUpdate({ serviceWorkers: given, url: '/service-worker.js', reload: () => {} });
		const close = update.open();
		await Promise.resolve();
		expect(update.ready).toBe(false);
		close();
	}
});
