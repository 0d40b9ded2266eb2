import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
	readonly file: string;
	readonly imports?: readonly string[];
	readonly css?: readonly string[];
}

/** Files of the build, as paths below the site without a slash in front. */
export interface FirstLoad {
	readonly scripts: readonly string[];
	readonly styles: readonly string[];
}

/** What a page loads before it shows anything, and what it always loads right after. */
export interface FirstLoadOptions {
	/** The folder of the route under src/routes. */
	readonly route: string;
	/** Modules that the page imports dynamically in every case. */
	readonly followedBy: readonly string[];
}

const output = '.svelte-kit/output/client';
const nodesFolder = '.svelte-kit/generated/client-optimized/nodes';

/** The scripts and style sheets that a page needs from an empty cache, as paths below the site. */
export function findFirstLoad({ route, followedBy }: FirstLoadOptions): FirstLoad {
	const manifest = JSON.parse(readFileSync(`${output}/.vite/manifest.json`, 'utf8')) as Record<string, Chunk>;
	const wanted = [...findEntries(manifest), ...findNodes(route), ...followedBy];
	const chunks = new Set<Chunk>();
	const visit = (key: string): void => {
		const chunk = manifest[key];
		if (!chunk) throw new Error(`The build has no chunk for ${key}.`);
		if (chunks.has(chunk)) return;
		chunks.add(chunk);
		chunk.imports?.forEach(visit);
	};
	wanted.forEach(visit);
	return {
		scripts: [...new Set([...chunks].map(({ file }) => file))],
		styles: [...new Set([...chunks].flatMap(({ css = [] }) => css))]
	};
}

/** Bytes of built files, gzipped one by one. */
export function measureGzip(files: readonly string[]): number {
	return files.reduce((total, file) => total + gzipSync(readFileSync(`${output}/${file}`), { level: 9 }).byteLength, 0);
}

/** Kit's own start and the application's list of routes. */
function findEntries(manifest: Readonly<Record<string, Chunk>>): readonly string[] {
	return Object.keys(manifest).filter(
		(key) => key.endsWith('client/entry.js') || key.endsWith('client-optimized/app.js')
	);
}

/** The first two nodes are the root layout and the root error page; then the layouts on the way to the page, and the page. */
function findNodes(route: string): readonly string[] {
	return readdirSync(nodesFolder)
		.filter((file) => /^[01]\.js$/.test(file) || componentPaths(file).some((path) => isOnTheWay(path, route)))
		.map((file) => `${nodesFolder}/${file}`);
}

function componentPaths(file: string): readonly string[] {
	const source = readFileSync(`${nodesFolder}/${file}`, 'utf8');
	return [...source.matchAll(/src\/routes\/([^"']+)/g)].map(([, path = '']) => path);
}

function isOnTheWay(path: string, route: string): boolean {
	const folder = posix.dirname(path);
	if (posix.basename(path).startsWith('+page')) return folder === route;
	return posix.basename(path).startsWith('+layout') && (folder === '.' || `${route}/`.startsWith(`${folder}/`));
}
