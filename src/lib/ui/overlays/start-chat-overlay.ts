// Nearly every overlay shows Twitch: what reads it comes with the rest instead of after it.
import '#lib/platforms/twitch/client.ts';
import { loadConfig } from '#lib/services/config.ts';
import { mount } from 'svelte';
import ChatOverlayPage from './ChatOverlayPage.svelte';

/** Shows the chat overlay that the page's address asks for; needs nothing of the application around it. */
export function startChatOverlay(target: Element): void {
	// Asked for before the page is made, so that the answer is there when it is.
	const config = loadConfig();
	mount(ChatOverlayPage, { target, props: { parameters: new URLSearchParams(location.search), config } });
}
