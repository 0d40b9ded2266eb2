import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a source file takes from another; a file that is loaded whole gives `*`. */
interface Import {
	readonly from: string;
	readonly names: readonly string[];
}

const imports = /import\s+(?!type\b)([^;'"]+?)\s+from\s+'([^']+)'|import\('([^']+)'\)/g;

/** Who imports what below `src/lib`, types left out. */
export class ImportGraph {
	readonly #imports: ReadonlyMap<string, readonly Import[]>;

	constructor(root = 'src/lib') {
		const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
			/\.(?:ts|svelte)$/.test(file)
		);
		this.#imports = new Map(files.map((file) => [join(root, file), readImports(join(root, file))]));
	}

	/** The files that reach a function through others, those that `avoided` matches left out. */
	reaching(file: string, name: string, avoided: RegExp): readonly string[] {
		const reached = new Set(this.#importers(file, name));
		for (const one of reached) if (!avoided.test(one)) for (const next of this.#importers(one)) reached.add(next);
		return [...reached].filter((one) => !avoided.test(one));
	}

	#importers(file: string, name = '*'): readonly string[] {
		return [...this.#imports].flatMap(([importer, taken]) =>
			taken.some(({ from, names }) => from === file && (name === '*' || names.includes(name) || names.includes('*')))
				? [importer]
				: []
		);
	}
}

function readImports(file: string): readonly Import[] {
	return [...readFileSync(file, 'utf8').matchAll(imports)].flatMap(([, clause, from, loaded]) => {
		const target = from ?? loaded ?? '';
		const path = target.startsWith('#lib/') ? target.replace('#lib', 'src/lib') : join(dirname(file), target);
		return target.startsWith('.') || target.startsWith('#lib/') ? [{ from: path, names: readNames(clause) }] : [];
	});
}

function readNames(clause: string | undefined): readonly string[] {
	const list = /\{([^}]*)\}/.exec(clause ?? '')?.[1];
	if (list === undefined) return ['*'];
	return list
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '' && !entry.startsWith('type '))
		.map((entry) => entry.replace(/\s+as\s+.*$/, ''));
}
