import { dev } from '$app/environment';
import { resolve } from '$app/paths';
import { AppUpdate, type ServiceWorkers } from '#lib/state/app-update.svelte.ts';

interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The script of the service worker, as the content security policy wants it: this address and no other. */
function serviceWorkerUrl(): string {
	const url = `${resolve('/')}service-worker.js`;
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	const policy = trustedTypes?.createPolicy('tributary-service-worker', { createScriptURL: () => url });
	return policy?.createScriptURL(url) ?? url;
}

let update: AppUpdate | undefined;

/** The application's update: one for all that is shown in this page, since its policy can be made once only. */
export function registerApp(): AppUpdate {
	return (update ??= new AppUpdate({
		serviceWorkers: dev ? undefined : (navigator.serviceWorker as ServiceWorkers | undefined),
		url: serviceWorkerUrl(),
		reload: () => location.reload()
	}));
}
