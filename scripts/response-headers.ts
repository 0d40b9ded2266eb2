import { createHash } from 'node:crypto';
import type { PublicConfig } from '#lib/model/public-config.ts';

/** What the headers of the static pages depend on. */
export interface HeaderOptions {
	/** The built pages, whose inline scripts are allowed by their hashes. */
	readonly pages: readonly string[];
	/** Our own game pages, whose inline scripts are allowed in them alone. */
	readonly games: readonly string[];
	readonly config: PublicConfig;
	/** Served over plain HTTP on this machine. */
	readonly local: boolean;
}

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** Writes the `_headers` file. @see https://developers.cloudflare.com/workers/static-assets/headers/ */
export function formatHeaders(options: HeaderOptions): string {
	const rules: readonly (readonly [string, readonly string[]])[] = [
		['/*', [...commonHeaders(options.local), contentSecurityPolicy(options, 'app')]],
		['/play/*', ['! Content-Security-Policy', contentSecurityPolicy(options, 'play')]],
		['/overlay/*', ['! Content-Security-Policy', contentSecurityPolicy(options, 'overlay')]],
		['/overlay/interactive', ['! Content-Security-Policy', contentSecurityPolicy(options, 'interactive-overlay')]],
		['/games/*', ['! Content-Security-Policy', gamePolicy(options.games)]],
		['/connect/*', ['! Cache-Control', 'Cache-Control: no-store']],
		['/go', ['! Cache-Control', 'Cache-Control: no-store']],
		['/_app/immutable/*', ['! Cache-Control', 'Cache-Control: public, max-age=31536000, immutable']]
	];
	return rules.map(([path, lines]) => `${path}\n${lines.map((line) => `  ${line}\n`).join('')}`).join('');
}

function commonHeaders(local: boolean): readonly string[] {
	return [
		...(local ? [] : ['Strict-Transport-Security: max-age=63072000; includeSubDomains']),
		'X-Content-Type-Options: nosniff',
		'Referrer-Policy: no-referrer',
		'Cross-Origin-Opener-Policy: same-origin',
		'Cross-Origin-Resource-Policy: same-origin',
		'Origin-Agent-Cluster: ?1',
		'Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), display-capture=()',
		'Cache-Control: no-cache'
	];
}

/** A panel tells programs on its own machine, and no page of viewers does. */
const localPrograms = ['ws://127.0.0.1:*', 'ws://localhost:*'];
/** A streamer's game, anywhere or in the making on this machine. */
const gamePages = ['https:', 'http://localhost:*', 'http://127.0.0.1:*'];

type Page = 'app' | 'play' | 'overlay' | 'interactive-overlay';

/** Custom CSS in OBS is a `<style>` element, so overlays alone allow inline styles; they hold no token. */
function contentSecurityPolicy({ pages, config, local }: HeaderOptions, page: Page): string {
	const { twitch, theta, emotes } = config;
	const emoteServices = [
		emotes.bttvUrl,
		emotes.bttvEventsUrl,
		emotes.ffzUrl,
		emotes.sevenTvUrl,
		emotes.sevenTvEventsUrl
	].map(origin);
	const images = [
		twitch.imageUrl,
		twitch.cheermoteUrl,
		emotes.bttvImageUrl,
		emotes.ffzImageUrl,
		emotes.sevenTvImageUrl
	];
	const chat = [origin(twitch.ircUrl), origin(theta.pubnubOrigin), origin(twitch.recentMessagesUrl), ...emoteServices];
	const account = [`${twitch.authUrl}/validate`, origin(twitch.apiUrl), ...eventSubOrigins(twitch.eventSubUrl)];
	const connects: Readonly<Record<Page, readonly string[]>> = {
		app: [...chat, ...account, ...localPrograms],
		play: [...chat, ...account],
		overlay: chat,
		'interactive-overlay': []
	};
	const isOverlay = page === 'overlay' || page === 'interactive-overlay';
	const directives = [
		`default-src 'none'`,
		`script-src 'self' ${pages.flatMap(scriptHashes).join(' ')}`,
		`script-src-attr 'none'`,
		...(isOverlay ? [`style-src 'self' 'unsafe-inline'`] : [`style-src 'self'`, `style-src-attr 'unsafe-inline'`]),
		`img-src 'self' data: blob: ${[...new Set(images.map(origin))].join(' ')}`,
		`media-src 'self' blob:`,
		`font-src 'self'`,
		`manifest-src 'self'`,
		`connect-src 'self' ${[...new Set(connects[page])].join(' ')}`,
		`frame-src ${page === 'interactive-overlay' ? `'self' ${gamePages.join(' ')}` : `'none'`}`,
		`object-src 'none'`,
		`base-uri 'none'`,
		`form-action 'none'`,
		`frame-ancestors 'none'`,
		...(local ? [] : ['upgrade-insecure-requests']),
		`require-trusted-types-for 'script'`,
		`trusted-types svelte-trusted-html${isOverlay ? '' : ' tributary-service-worker'}`
	];
	return `Content-Security-Policy: ${directives.join('; ')}`;
}

/** A game of ours: its own script and nothing else, in no page but ours. */
function gamePolicy(games: readonly string[]): string {
	const directives = [
		`default-src 'none'`,
		`script-src ${games.flatMap(scriptHashes).join(' ') || `'none'`}`,
		`style-src 'unsafe-inline'`,
		`img-src 'self' data:`,
		`base-uri 'none'`,
		`form-action 'none'`,
		`frame-ancestors 'self'`,
		`require-trusted-types-for 'script'`
	];
	return `Content-Security-Policy: ${directives.join('; ')}`;
}

/** Twitch sends a socket on to one of its cells (`cell-a.eventsub.wss.twitch.tv`). */
function eventSubOrigins(url: string): readonly string[] {
	const { origin, protocol, host, hostname } = new URL(url);
	return /[a-z]\.[a-z]/.test(hostname) ? [origin, `${protocol}//*.${host}`] : [origin];
}

function origin(url: string): string {
	return new URL(url).origin;
}

function scriptHashes(html: string): readonly string[] {
	return [...html.matchAll(inlineScript)].map(([, text = '']) => {
		return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
	});
}
