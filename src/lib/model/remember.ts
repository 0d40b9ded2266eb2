const most = 300;
const longestText = 100;

/** A function that remembers what it made of short texts, and so makes the same of them each time; it begins anew when it knows 300. */
export function remember<Result>(make: (text: string) => Result): (text: string) => Result {
	const known = new Map<string, Result>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const result = make(text);
		if (known.size >= most) known.clear();
		if (text.length <= longestText) known.set(text, result);
		return result;
	};
}
