import type { Role } from '#lib/model/chat.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a role is called. */
export const roleNames: Readonly<Record<Role, () => string>> = {
	broadcaster: m.role_broadcaster,
	moderator: m.role_moderator,
	vip: m.role_vip,
	subscriber: m.role_subscriber,
	staff: m.role_staff
};
