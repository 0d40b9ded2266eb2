import { m } from '#lib/paraglide/messages.js';
import Plug from '@lucide/svelte/icons/plug';
import * as v from 'valibot';
import { defineEffect } from '#lib/ui/interactive/effects/effect-definition.ts';
import { words } from '#lib/ui/interactive/effects/field-schemas.ts';
import { fillJson, isJsonTemplate } from '#lib/ui/interactive/effects/fill-template.ts';
import { isLocalSocketUrl } from '#lib/ui/interactive/effects/local-sockets.ts';

const longestUrl = 200;
const longestText = 1_000;

/** Tells a program on the streamer's own machine. */
export const socket = defineEffect({
	type: 'socket',
	icon: Plug,
	label: m.effect_socket,
	hint: m.effect_socket_hint,
	phases: ['press', 'release', 'move'],
	cap: { count: 60, perMs: 2_000 },
	words: { local_address: m.effect_socket_address, local_busy: m.effect_socket_busy },
	entries: {
		url: v.pipe(
			words(longestUrl),
			v.check(isLocalSocketUrl, () => m.effect_socket_address())
		),
		text: v.pipe(
			words(longestText),
			v.check(isJsonTemplate, () => m.effect_socket_json())
		)
	},
	initial: { url: 'ws://127.0.0.1:8080', text: '{"control": "{control}", "name": "{name}", "does": "{phase}"}' },
	fields: [
		{ type: 'text', name: 'url', label: m.effect_socket_url, most: longestUrl },
		{ type: 'text', name: 'text', label: m.effect_socket_text, most: longestText, template: true, rows: 3 }
	],
	summarize: ({ url }) => url,
	run: ({ url, text }, { input, sendLocal }) => sendLocal(url, fillJson(text, input))
});
