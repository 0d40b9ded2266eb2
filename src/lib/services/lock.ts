import type { RunExclusively } from './accounts.ts';

/** Runs a task under a lock that all pages of this browser share; without Web Locks, at once. @see https://w3c.github.io/web-locks/ */
export const runExclusively: RunExclusively = async (name, task) => {
	if (typeof navigator === 'undefined' || !navigator.locks) return task();
	return navigator.locks.request(name, task) as ReturnType<typeof task>;
};
