import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readPublicConfig } from '../functions/public-config.ts';
import { buildOverlay } from './build-overlay.ts';
import { measureGzip } from './first-load.ts';
import { createOverlayHtml } from './overlay-html.ts';
import { formatHeaders } from './response-headers.ts';
import { readConfiguration } from './configuration.ts';

const overlayLimitBytes = 60_000;
const overlayOutput = '.svelte-kit/output/overlay';

const html = readFileSync('build/index.html', 'utf8');
const config = readPublicConfig(readConfiguration(), 'https://tributary.invalid');
const overlay = await buildOverlay(overlayOutput);
cpSync(`${overlayOutput}/_app`, 'build/_app', { recursive: true });
const overlayHtml = createOverlayHtml(html, overlay, 'startChatOverlay');
mkdirSync('build/overlay', { recursive: true });
writeFileSync('build/overlay/chat.html', overlayHtml);
writeFileSync('build/_headers', formatHeaders({ pages: [html, overlayHtml], config, local: false }));

const bytes = measureGzip(overlayOutput, overlay.scripts);
console.log(`/overlay/chat first load: ${(bytes / 1000).toFixed(1)} kB of gzipped JavaScript (limit 60 kB)`);
if (bytes > overlayLimitBytes) process.exitCode = 1;
