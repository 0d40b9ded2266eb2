import type { Ads } from '../ads.ts';
import { helixError, jsonAnswer } from '../answers.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import type { Room } from '../irc/room.ts';
import { readBody, readChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const commercialScope = 'channel:edit:commercial';
const longestSeconds = 180;
const cooldownMs = 8 * 60_000;

/** Ads: run, read and put off by the channel's owner. @see https://dev.twitch.tv/docs/api/reference/#start-commercial */
export function adEndpoints(parts: ChannelParts, ads: Ads): readonly HelixEndpoint[] {
	const freeAt = new WeakMap<Room, number>();
	return [
		{ method: 'POST', path: '/channels/commercial', answer: (call) => answerCommercial(call, { parts, ads, freeAt }) },
		{ method: 'GET', path: '/channels/ads', answer: (call) => answerSchedule(call, parts, ads) },
		{ method: 'POST', path: '/channels/ads/schedule/snooze', answer: (call) => answerSnooze(call, parts, ads) }
	];
}

interface CommercialParts {
	readonly parts: ChannelParts;
	readonly ads: Ads;
	/** When the next commercial may be run. */
	readonly freeAt: WeakMap<Room, number>;
}

async function answerCommercial(call: HelixCall, { parts, ads, freeAt }: CommercialParts): Promise<Response> {
	const { broadcaster_id: broadcasterId, length } = await readBody(call.request);
	if (!call.token.scopes.includes(commercialScope)) return helixError(401, `Missing scope: ${commercialScope}`);
	const owner = parts.accounts.byId(String(broadcasterId));
	if (broadcasterId !== call.token.userId || !owner)
		return helixError(401, "The ID in broadcaster_id must match the user ID found in the request's OAuth token.");
	if (typeof length !== 'number' || !Number.isInteger(length) || length < 1 || length > longestSeconds)
		return helixError(400, 'The length in the length field is not valid.');
	const room = parts.chat.room(owner.login);
	const refusal = refuseOwner(owner, parts);
	if (refusal) return refusal;
	const now = parts.chat.clock.now();
	if ((freeAt.get(room) ?? 0) > now)
		return helixError(429, 'The broadcaster may not run another commercial until the cooldown period expires.');
	freeAt.set(room, now + cooldownMs);
	ads.run(room, length, owner);
	return jsonAnswer({ data: [{ length, message: '', retry_after: cooldownMs / 1_000 }] });
}

function answerSchedule(call: HelixCall, parts: ChannelParts, ads: Ads): Response {
	const checked = readChannelCall(call, parts, { scope: 'channel:read:ads' });
	if (checked instanceof Response) return checked;
	const { room } = checked;
	const refusal = refuseStanding(room.owner);
	if (refusal) return refusal;
	const { seconds, lastAt, prerollFreeUntil } = ads.stateOf(room);
	return jsonAnswer({
		data: [
			{
				...scheduleOf(room, ads, { live: parts.streams.find(room.owner) !== undefined }),
				last_ad_at: formatTime(lastAt),
				duration: seconds,
				preroll_free_time: Math.max(0, Math.floor((prerollFreeUntil - parts.chat.clock.now()) / 1_000))
			}
		]
	});
}

function answerSnooze(call: HelixCall, parts: ChannelParts, ads: Ads): Response {
	const checked = readChannelCall(call, parts, { scope: 'channel:manage:ads' });
	if (checked instanceof Response) return checked;
	const { room } = checked;
	const refusal = refuseOwner(room.owner, parts);
	if (refusal) return refusal;
	if (!ads.snooze(room)) return helixError(429, 'The broadcaster has no snoozes left.');
	return jsonAnswer({ data: [scheduleOf(room, ads, { live: true })] });
}

function scheduleOf(room: Room, ads: Ads, { live }: { readonly live: boolean }) {
	return {
		snooze_count: ads.snoozesLeft(room),
		snooze_refresh_at: formatTime(ads.snoozeBackAt(room)),
		next_ad_at: live ? formatTime(ads.stateOf(room).nextAt) : ''
	};
}

function refuseOwner(owner: EmulatedUser, { streams }: ChannelParts): Response | undefined {
	const standing = refuseStanding(owner);
	if (standing) return standing;
	return streams.find(owner) ? undefined : helixError(400, 'The broadcaster must be streaming live.');
}

function refuseStanding({ broadcasterType }: EmulatedUser): Response | undefined {
	return broadcasterType === '' ? helixError(403, 'The broadcaster must be a partner or affiliate.') : undefined;
}

/** Nothing is an empty text in Twitch's answers. */
function formatTime(at: number | undefined): string {
	return at === undefined ? '' : new Date(at).toISOString();
}
