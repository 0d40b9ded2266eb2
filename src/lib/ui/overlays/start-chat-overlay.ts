import { mount } from 'svelte';
import ChatOverlayPage from './ChatOverlayPage.svelte';

/** Shows the chat overlay that the page's address asks for; needs nothing of the application around it. */
export function startChatOverlay(target: Element): void {
	mount(ChatOverlayPage, { target, props: { parameters: new URLSearchParams(location.search) } });
}
