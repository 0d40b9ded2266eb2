type Tagged =
	| string
	| number
	| boolean
	| null
	| readonly ['list', readonly Tagged[]]
	| readonly ['map', readonly (readonly [Tagged, Tagged])[]]
	| readonly ['object', readonly (readonly [string, Tagged])[]];

/** Writes plain values and maps as text; whatever strangers put into them is read back as it was. */
export function formatValues(value: unknown): string {
	return JSON.stringify(tag(value));
}

/** Reads what `formatValues` wrote. */
export function parseValues(text: string): unknown {
	return untag(JSON.parse(text) as Tagged);
}

function tag(value: unknown): Tagged {
	if (value instanceof Map) return ['map', [...value].map(([key, inner]) => [tag(key), tag(inner)])];
	if (Array.isArray(value)) return ['list', value.map(tag)];
	if (typeof value !== 'object' || value === null) return value as string | number | boolean | null;
	const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
	return ['object', entries.map(([key, inner]) => [key, tag(inner)])];
}

function untag(value: Tagged): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (value[0] === 'list') return value[1].map(untag);
	if (value[0] === 'map') return new Map(value[1].map(([key, inner]) => [untag(key), untag(inner)]));
	return Object.fromEntries(value[1].map(([key, inner]) => [key, untag(inner)]));
}
