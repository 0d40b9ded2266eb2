import type { Person } from '#lib/model/person.ts';
import { m } from '#lib/paraglide/messages.js';
import { requestUserId } from '#lib/platforms/twitch/helix/user-ids.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import type { RefusalWords } from '#lib/ui/actions/action-failure.ts';

/** What is told where a name is nobody's. */
export const viewerWords: RefusalWords = { no_such_user: m.queue_no_such_viewer };

function toLogin(name: string): string {
	return name.trim().replace(/^@/, '').toLowerCase();
}

/** Whether what was typed can be somebody's name. */
export function isViewerName(name: string): boolean {
	return /^[a-z0-9_]{1,25}$/.test(toLogin(name));
}

/** Whether something was typed that cannot be anybody's name. */
export function isWrongName(name: string): boolean {
	return name.trim() !== '' && !isViewerName(name);
}

/** Finds whoever has a name. Throws `RejectionError` `no_such_user`. */
export async function findViewer(helix: Helix, name: string): Promise<Person> {
	const login = toLogin(name);
	return { userId: await requestUserId(helix, login), login, displayName: login };
}
