import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readPublicConfig } from '../functions/public-config.ts';
import { buildOverlay } from './build-overlay.ts';
import { measureGzip } from './first-load.ts';
import { createOverlayHtml } from './overlay-html.ts';
import { games, overlays, type Overlay } from './overlays.ts';
import { formatHeaders } from './response-headers.ts';
import { readConfiguration } from './configuration.ts';

const overlayLimitBytes = 60_000;

const html = readFileSync('build/index.html', 'utf8');
const config = readPublicConfig(readConfiguration(), 'https://tributary.invalid');
mkdirSync('build/overlay', { recursive: true });
const pages = [html];
for (const overlay of overlays) pages.push(await finishOverlay(overlay));
writeFileSync('build/_headers', formatHeaders({ pages, games: readGames(), config, local: false }));

function readGames(): readonly string[] {
	return games.map((file) => readFileSync(`build/${file}`, 'utf8'));
}

async function finishOverlay({ name, entry, start }: Overlay): Promise<string> {
	const output = `.svelte-kit/output/overlay-${name}`;
	const firstLoad = await buildOverlay(entry, output);
	cpSync(`${output}/_app`, 'build/_app', { recursive: true });
	const page = createOverlayHtml(html, firstLoad, start);
	writeFileSync(`build/overlay/${name}.html`, page);
	const bytes = measureGzip(output, firstLoad.scripts);
	console.log(`/overlay/${name} first load: ${(bytes / 1000).toFixed(1)} kB of gzipped JavaScript (limit 60 kB)`);
	if (bytes > overlayLimitBytes) process.exitCode = 1;
	return page;
}
