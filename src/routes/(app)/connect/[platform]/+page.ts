import { arrivalUrl } from './arrival.ts';
import { resolve } from '$app/paths';
import { isRegisteredPlatform } from '#lib/platforms/manifests.ts';
import { error, redirect } from '@sveltejs/kit';
import type { PageLoad } from './$types';

/** The router would write the address it started from back into the address bar, so it is sent to the clean one. */
export const load: PageLoad = ({ params: { platform }, url }) => {
	if (!isRegisteredPlatform(platform)) error(404);
	if (url.search !== '') redirect(302, resolve(`/connect/${platform}`));
	return { platform, callbackUrl: arrivalUrl };
};
