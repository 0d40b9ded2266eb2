import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

interface Chunk {
	readonly file: string;
	readonly imports?: readonly string[];
	readonly css?: readonly string[];
}

/** Files of the build, as paths below the site without a slash in front. */
export interface FirstLoad {
	/** That of the first module asked for comes first. */
	readonly scripts: readonly string[];
	readonly styles: readonly string[];
}

/** The scripts and style sheets that a module of a build needs from an empty cache. */
export function findFirstLoad(outDir: string, module: string): FirstLoad {
	const manifest = JSON.parse(readFileSync(`${outDir}/.vite/manifest.json`, 'utf8')) as Record<string, Chunk>;
	const chunks = new Set<Chunk>();
	const visit = (key: string): void => {
		const chunk = manifest[key];
		if (!chunk) throw new Error(`The build has no chunk for ${key}.`);
		if (chunks.has(chunk)) return;
		chunks.add(chunk);
		chunk.imports?.forEach(visit);
	};
	visit(module);
	return {
		scripts: [...new Set([...chunks].map(({ file }) => file))],
		styles: [...new Set([...chunks].flatMap(({ css = [] }) => css))]
	};
}

/** Bytes of the files of a build, gzipped one by one. */
export function measureGzip(outDir: string, files: readonly string[]): number {
	return files.reduce((total, file) => total + gzipSync(readFileSync(`${outDir}/${file}`), { level: 9 }).byteLength, 0);
}
