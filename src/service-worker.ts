import { build, files, version } from '$service-worker';

declare const self: ServiceWorkerGlobalScope;

const prefix = 'tributary-shell-';
const cacheName = prefix + version;
/** The page of the application; every address below it shows the same one. */
const shell = '/';
const kept: ReadonlySet<string> = new Set([shell, ...build, ...files]);
/** Overlays, games and sign-ins must be what the server has now, and calls are nobody's to answer here. */
const passedOn = ['/api/', '/overlay/', '/games/', '/connect/'];
/** A phone in a crowded hall is offline even where it says that it is not. */
const patienceMs = 4_000;

self.addEventListener('install', (event) => {
	event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll([...kept])));
});

self.addEventListener('activate', (event) => {
	event.waitUntil(forgetOlderVersions().then(() => self.clients.claim()));
});

self.addEventListener('message', ({ data }) => {
	if (data === 'take-over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	const isOurs = request.method === 'GET' && origin === location.origin;
	if (!isOurs || passedOn.some((path) => pathname.startsWith(path))) return;
	if (request.mode === 'navigate') event.respondWith(answerNavigation(request));
	else if (kept.has(pathname)) event.respondWith(answerFile(pathname, request));
});

async function forgetOlderVersions(): Promise<void> {
	const names = await caches.keys();
	const older = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
	await Promise.all(older.map((name) => caches.delete(name)));
}

/** The newest page where the network gives it in time, else the one that was kept. */
async function answerNavigation(request: Request): Promise<Response> {
	const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs, undefined));
	const answer = await Promise.race([fetch(request).catch(() => undefined), late]);
	return answer ?? answerFile(shell, request);
}

async function answerFile(path: string, request: Request): Promise<Response> {
	const cache = await caches.open(cacheName);
	return (await cache.match(path)) ?? fetch(request);
}
