import { browser } from '$app/environment';

/** The address that a platform sent the browser to; by the time anything can read it here, the address bar has lost the code. */
export const arrivalUrl = takeAddress();

function takeAddress(): string {
	if (!browser) return '';
	const { href, pathname } = location;
	history.replaceState(history.state, '', pathname);
	return href;
}
