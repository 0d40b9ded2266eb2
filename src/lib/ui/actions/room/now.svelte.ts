/** The time of day, read anew every so often while a component shows it. */
export function createNow(everyMs: number): { readonly current: number } {
	let now = $state(Date.now());
	$effect(() => {
		const timer = setInterval(() => (now = Date.now()), everyMs);
		return () => clearInterval(timer);
	});
	return {
		get current() {
			return now;
		}
	};
}
