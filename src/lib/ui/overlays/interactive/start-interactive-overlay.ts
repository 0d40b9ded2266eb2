import { loadConfig } from '#lib/services/config.ts';
import { mount } from 'svelte';
import InteractiveOverlayPage from './InteractiveOverlayPage.svelte';

/** Shows the interactive overlay that the page's address asks for; needs nothing of the application around it. */
export function startInteractiveOverlay(target: Element): void {
	const config = loadConfig();
	mount(InteractiveOverlayPage, { target, props: { parameters: new URLSearchParams(location.search), config } });
}
