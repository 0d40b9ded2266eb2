import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readPublicConfig } from '../functions/public-config.ts';
import { findFirstLoad, measureGzip } from './first-load.ts';
import { addPreloads } from './preload.ts';
import { formatHeaders } from './response-headers.ts';
import { readConfiguration } from './configuration.ts';

const overlayLimitBytes = 60_000;

const html = readFileSync('build/index.html', 'utf8');
const config = readPublicConfig(readConfiguration(), 'https://tributary.invalid');
writeFileSync('build/_headers', formatHeaders({ html, config, local: false }));

const overlay = findFirstLoad({ route: 'overlay/chat', followedBy: ['src/lib/platforms/twitch/client.ts'] });
mkdirSync('build/overlay', { recursive: true });
writeFileSync('build/overlay/chat.html', addPreloads(html, overlay));

const bytes = measureGzip(overlay.scripts);
console.log(`/overlay/chat first load: ${(bytes / 1000).toFixed(1)} kB of gzipped JavaScript (limit 60 kB)`);
if (bytes > overlayLimitBytes) process.exitCode = 1;
