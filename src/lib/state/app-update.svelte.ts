const checkEveryMs = 60 * 60_000;

/** The part of `navigator.serviceWorker` used. */
export interface ServiceWorkers extends Pick<EventTarget, 'addEventListener' | 'removeEventListener'> {
	readonly controller: unknown;
	/** Some that guard a browser answer with nothing. */
	register(url: string): Promise<Registration | undefined>;
}

/** The part of a service worker's registration used. */
export interface Registration extends Pick<EventTarget, 'addEventListener'> {
	readonly waiting: Worker | null;
	readonly installing: Worker | null;
	update(): Promise<unknown>;
}

interface Worker extends Pick<EventTarget, 'addEventListener'> {
	readonly state: string;
	postMessage(message: unknown): void;
}

/** What an update needs of the page. */
export interface AppUpdateOptions {
	readonly serviceWorkers: ServiceWorkers | undefined;
	/** Where the service worker's script is. */
	readonly url: string;
	readonly reload: () => void;
}

/** Keeps the application ready for being offline, and tells when a newer version waits; the page is loaded anew only when asked to. */
export class AppUpdate {
	/** Whether a newer version can be taken. */
	ready = $state(false);
	readonly #options: AppUpdateOptions;
	#registration: Registration | undefined;
	#asked = false;

	constructor(options: AppUpdateOptions) {
		this.#options = options;
	}

	/** Registers the service worker and looks for newer versions hourly until the returned function is called. */
	open(): () => void {
		const { serviceWorkers } = this.#options;
		if (!serviceWorkers) return () => {};
		const hadController = serviceWorkers.controller !== null;
		const onChange = () => this.#takeOver(hadController);
		serviceWorkers.addEventListener('controllerchange', onChange);
		void this.#register(serviceWorkers);
		const timer = setInterval(() => void this.#registration?.update().catch(() => {}), checkEveryMs);
		return () => {
			clearInterval(timer);
			serviceWorkers.removeEventListener('controllerchange', onChange);
		};
	}

	/** Takes the newer version and loads the page anew. */
	apply(): void {
		this.#asked = true;
		const waiting = this.#registration?.waiting;
		if (waiting) waiting.postMessage('take-over');
		else this.#options.reload();
	}

	/** Without a service worker the application works as well, but only online. */
	async #register(serviceWorkers: ServiceWorkers): Promise<void> {
		try {
			this.#registration = await serviceWorkers.register(this.#options.url);
		} catch {
			return;
		}
		const registration = this.#registration;
		if (!registration) return;
		this.#look();
		registration.addEventListener('updatefound', () => {
			registration.installing?.addEventListener('statechange', () => this.#look());
		});
	}

	/** The first version of all waits for nobody. */
	#look(): void {
		const waits = Boolean(this.#registration?.waiting) && this.#options.serviceWorkers?.controller !== null;
		if (waits) this.ready = true;
	}

	/** Another page of this browser may have taken the newer version: then this one still decides for itself. */
	#takeOver(hadController: boolean): void {
		if (this.#asked) this.#options.reload();
		else if (hadController) this.ready = true;
	}
}
