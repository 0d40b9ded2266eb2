interface InstallEvent extends Event {
	prompt(): Promise<unknown>;
}

/** The browser's offer to put the panel among the apps, kept until the streamer asks for it. */
class Installation {
	#offer = $state.raw<InstallEvent>();

	constructor() {
		addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault();
			this.#offer = event as InstallEvent;
		});
		addEventListener('appinstalled', () => (this.#offer = undefined));
	}

	get available(): boolean {
		return this.#offer !== undefined;
	}

	/** Has the browser ask; its offer holds once. */
	ask(): void {
		void this.#offer?.prompt();
		this.#offer = undefined;
	}
}

export const installation = new Installation();
