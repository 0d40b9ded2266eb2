import { helixError, jsonAnswer } from '../answers.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import type { Room } from '../irc/room.ts';
import { toEventUser } from '../notifications.ts';
import { readBody, readChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const path = '/moderation/shield_mode';
const manageScope = 'moderator:manage:shield_mode';
const readScope = 'moderator:read:shield_mode';

interface Shield {
	readonly active: boolean;
	readonly by?: EmulatedUser;
	/** Epoch ms. */
	readonly activatedAt?: number;
}

interface ShieldChange {
	readonly active: boolean;
	readonly by: EmulatedUser;
	/** Epoch ms. */
	readonly at: number;
}

type Shields = WeakMap<Room, Shield>;

/** Shield Mode, which moderators may switch too. @see https://dev.twitch.tv/docs/api/reference/#get-shield-mode-status */
export function shieldModeEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const shields: Shields = new WeakMap();
	return [
		{ method: 'GET', path, answer: (call) => answerRead(call, parts, shields) },
		{ method: 'PUT', path, answer: (call) => answerSwitch(call, parts, shields) }
	];
}

function answerRead(call: HelixCall, parts: ChannelParts, shields: Shields): Response {
	const scope = call.token.scopes.includes(readScope) ? readScope : manageScope;
	const checked = readChannelCall(call, parts, { scope, moderators: true });
	if (checked instanceof Response) return checked;
	return jsonAnswer({ data: [formatShield(shields.get(checked.room))] });
}

async function answerSwitch(call: HelixCall, parts: ChannelParts, shields: Shields): Promise<Response> {
	const checked = readChannelCall(call, parts, { scope: manageScope, moderators: true });
	if (checked instanceof Response) return checked;
	const { is_active: active } = await readBody(call.request);
	if (typeof active !== 'boolean') return helixError(400, 'The is_active field is required.');
	const { room, actor } = checked;
	const before = shields.get(room);
	const now = parts.chat.clock.now();
	const shield = { active, by: actor, activatedAt: active ? now : (before?.activatedAt ?? now) };
	shields.set(room, shield);
	if (active !== (before?.active ?? false)) tellShield(parts, room, { active, by: actor, at: now });
	return jsonAnswer({ data: [formatShield(shield)] });
}

function tellShield({ notifications }: ChannelParts, { owner }: Room, { active, by, at }: ShieldChange): void {
	notifications.tell(`channel.shield_mode.${active ? 'begin' : 'end'}`, owner, {
		...toEventUser(by, 'moderator_'),
		[active ? 'started_at' : 'ended_at']: new Date(at).toISOString()
	});
}

function formatShield(shield: Shield | undefined) {
	const { active = false, by, activatedAt } = shield ?? {};
	return {
		is_active: active,
		moderator_id: by?.id ?? '',
		moderator_login: by?.login ?? '',
		moderator_name: by?.displayName ?? '',
		last_activated_at: activatedAt === undefined ? '' : new Date(activatedAt).toISOString()
	};
}
