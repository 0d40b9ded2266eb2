import * as v from 'valibot';

/** Reads the entries of a list one by one: what does not fit the schema is left out, and no list is an empty one. */
export function parseEach<Schema extends v.GenericSchema>(schema: Schema, list: unknown): v.InferOutput<Schema>[] {
	if (!Array.isArray(list)) return [];
	return list.flatMap((entry: unknown) => {
		const result = v.safeParse(schema, entry);
		return result.success ? [result.output] : [];
	});
}
