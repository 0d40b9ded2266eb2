import { helixError, jsonAnswer } from '../answers.ts';
import { badgesIn, type EmulatedUser } from '../emulated-user.ts';
import type { Room } from '../irc/room.ts';
import { SlidingWindow } from '../irc/sliding-window.ts';
import { toEventUser } from '../notifications.ts';
import { findTarget, readBody, readChannelCall, type ChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';
import { tellModeration } from './tell-moderation.ts';

const roleWindowMs = 10_000;
const roleChanges = 10;
const vipSlots = 10;
const longestDescription = 140;

const roles = {
	moderator: { path: '/moderation/moderators', scope: 'channel:manage:moderators', badge: 'moderator/1' },
	vip: { path: '/channels/vips', scope: 'channel:manage:vips', badge: 'vip/1' }
} as const;

/** What only the owner of a channel may do; later lines show the roles it gave. @see https://dev.twitch.tv/docs/api/reference/#add-channel-moderator */
export function ownChannelEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const changes = new SlidingWindow(roleWindowMs);
	const markers = new WeakMap<Room, readonly Marker[]>();
	return [
		...(['moderator', 'vip'] as const).flatMap((role): readonly HelixEndpoint[] => [
			{
				method: 'POST',
				path: roles[role].path,
				answer: (call) => answerRole(call, parts, { role, changes, wears: true })
			},
			{
				method: 'DELETE',
				path: roles[role].path,
				answer: (call) => answerRole(call, parts, { role, changes, wears: false })
			}
		]),
		{ method: 'POST', path: '/streams/markers', answer: (call) => answerMarker(call, parts, markers) },
		{ method: 'GET', path: '/streams/markers', answer: (call) => answerMarkers(call, parts, markers) }
	];
}

interface RoleChange {
	readonly role: keyof typeof roles;
	readonly changes: SlidingWindow;
	/** Whether the role is given. */
	readonly wears: boolean;
}

function answerRole(call: HelixCall, parts: ChannelParts, { role, changes, wears }: RoleChange): Response {
	const { scope, badge } = roles[role];
	const checked = readChannelCall(call, parts, { scope });
	if (checked instanceof Response) return checked;
	const target = findTarget(call, parts.accounts);
	if (target instanceof Response) return target;
	const channel = checked.room.owner.login;
	if (!changes.take(`${channel} ${role}`, roleChanges, parts.chat.clock.now()))
		return helixError(429, 'Too Many Requests');
	const refusal = refuseRole(parts, checked.room.owner, { role, wears, target });
	if (refusal) return refusal;
	parts.accounts.setBadge(target, channel, { badge, worn: wears });
	tellRole(parts, checked, { role, wears, target });
	return new Response(null, { status: 204 });
}

type RoleOf = Pick<RoleChange, 'role' | 'wears'> & { readonly target: EmulatedUser };

function refuseRole(parts: ChannelParts, owner: EmulatedUser, { role, wears, target }: RoleOf): Response | undefined {
	const badges = badgesIn(target, owner.login);
	const other = roles[role === 'vip' ? 'moderator' : 'vip'].badge;
	if (wears && badges.includes(other)) return helixError(422, 'The user has another role in this channel.');
	if (wears === badges.includes(roles[role].badge))
		return helixError(role === 'vip' ? 422 : 400, `The user is ${wears ? 'already' : 'not'} a ${role}.`);
	return role === 'vip' && wears ? refuseVip(parts, owner) : undefined;
}

/** VIPs are unlocked by building a community, which the emulator takes affiliates to have done. */
function refuseVip({ accounts }: ChannelParts, owner: EmulatedUser): Response | undefined {
	if (owner.broadcasterType === '') return helixError(425, 'The broadcaster has not unlocked VIPs yet.');
	const vips = accounts.everyone.filter((user) => badgesIn(user, owner.login).includes('vip/1'));
	if (vips.length < vipSlots) return undefined;
	return helixError(409, 'The broadcaster does not have available VIP slots.');
}

function tellRole(parts: ChannelParts, call: ChannelCall, { role, wears, target }: RoleOf): void {
	const type = `channel.${role}.${wears ? 'add' : 'remove'}`;
	parts.notifications.tell(type, call.room.owner, toEventUser(target));
	const word = role === 'vip' ? 'vip' : 'mod';
	tellModeration(parts, call, { action: wears ? word : `un${word}`, user: target });
}

interface Marker {
	readonly id: string;
	readonly created_at: string;
	readonly position_seconds: number;
	readonly description: string;
}

type Markers = WeakMap<Room, readonly Marker[]>;

const markerScope = 'channel:manage:broadcast';

async function answerMarker(
	{ request, token }: HelixCall,
	{ accounts, chat, streams }: ChannelParts,
	markers: Markers
): Promise<Response> {
	const { user_id: userId, description = '' } = await readBody(request);
	if (!token.scopes.includes(markerScope)) return helixError(401, `Missing scope: ${markerScope}`);
	const owner = accounts.byId(String(userId));
	if (userId !== token.userId || !owner)
		return helixError(403, 'The user in user_id is not the broadcaster or one of the editors.');
	if (String(description).length > longestDescription) return helixError(400, 'The description is too long.');
	const stream = streams.find(owner);
	if (!stream) return helixError(404, 'The broadcaster is not streaming live.');
	const room = chat.room(owner.login);
	const now = chat.clock.now();
	const known = markers.get(room) ?? [];
	const marker = {
		id: String(known.length + 1),
		created_at: new Date(now).toISOString(),
		position_seconds: Math.floor((now - stream.startedAt) / 1000),
		description: String(description)
	};
	markers.set(room, [...known, marker]);
	return jsonAnswer({ data: [marker] });
}

/** The markers of the newest video, which is all that the emulator has of one. */
function answerMarkers({ query, token }: HelixCall, { accounts, chat }: ChannelParts, markers: Markers): Response {
	if (!token.scopes.includes(markerScope) && !token.scopes.includes('user:read:broadcast'))
		return helixError(401, 'Missing scope: user:read:broadcast');
	const owner = accounts.byId(query.get('user_id') ?? '');
	if (!owner || owner.id !== token.userId)
		return helixError(403, 'The user in user_id is not the broadcaster or one of the editors.');
	const made = markers.get(chat.room(owner.login)) ?? [];
	const videos = made.length === 0 ? [] : [{ video_id: '1', markers: made }];
	return jsonAnswer({
		data: [{ user_id: owner.id, user_login: owner.login, user_name: owner.displayName, videos }],
		pagination: {}
	});
}
