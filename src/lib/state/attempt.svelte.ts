/** Something that a person tries to do, once at a time, and why it failed. */
export class Attempt {
	busy = $state(false);
	problem = $state.raw<unknown>();

	/** Carries a task out unless one is under way; whether it succeeded. If it failed, `problem` says why. */
	async run(task: () => Promise<unknown>): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.problem = undefined;
		try {
			await task();
			return true;
		} catch (error) {
			this.problem = error;
			return false;
		} finally {
			this.busy = false;
		}
	}

	/** Forgets why it failed. */
	dismiss(): void {
		this.problem = undefined;
	}
}
