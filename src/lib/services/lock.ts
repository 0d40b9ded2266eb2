import type { RunExclusively } from './accounts.ts';

/** Runs a task under a lock that all pages of this browser share; without Web Locks, at once. @see https://w3c.github.io/web-locks/ */
export const runExclusively: RunExclusively = async (name, task) => {
	if (typeof navigator === 'undefined' || !navigator.locks) return task();
	return navigator.locks.request(name, task) as ReturnType<typeof task>;
};

/**
 * Runs a task in one page of this browser as long as that page wants it, then in the next one that asked; the task returns
 * what ends it, and so does this. Without Web Locks every page runs it. @see https://w3c.github.io/web-locks/
 */
export function holdAlone(name: string, task: () => () => void): () => void {
	if (typeof navigator === 'undefined' || !navigator.locks) return task();
	const waiting = new AbortController();
	let end = () => waiting.abort();
	const hold = () =>
		new Promise<void>((resolve) => {
			const stop = task();
			end = () => {
				stop();
				resolve();
			};
		});
	void navigator.locks.request(name, { signal: waiting.signal }, hold).catch(() => undefined);
	return () => end();
}

/** Takes a lock that all pages of this browser share, and returns what gives it back; `undefined` where another page has it. @see https://w3c.github.io/web-locks/ */
export async function takeLock(name: string): Promise<(() => void) | undefined> {
	if (typeof navigator === 'undefined' || !navigator.locks) return () => undefined;
	return new Promise((answer) => {
		const hold = (lock: Lock | null) =>
			new Promise<void>((release) => {
				answer(lock ? release : undefined);
				if (!lock) release();
			});
		navigator.locks.request(name, { ifAvailable: true }, hold).catch(() => answer(undefined));
	});
}
