/** Tells whether a path without its leading slash starts with a pattern in which `*` stands for anything. */
export function matchesPath(pattern: string, path: string): boolean {
	const [start = '', ...rest] = pattern.replace(/^\//, '').split('*');
	if (!path.startsWith(start)) return false;
	let from = start.length;
	for (const part of rest) {
		const found = path.indexOf(part, from);
		if (found < 0) return false;
		from = found + part.length;
	}
	return true;
}
