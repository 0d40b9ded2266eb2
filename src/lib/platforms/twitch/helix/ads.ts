import { cleanText } from '#lib/model/clean-text.ts';
import * as v from 'valibot';
import { parseAnswer } from './parse-answer.ts';
import { requestHelix, type Helix } from './request.ts';

/** The lengths of a commercial, in seconds. */
export const commercialSeconds = [30, 60, 90, 120, 150, 180] as const;

/** By how much a snooze puts the next ad off. */
export const snoozeMinutes = 5;

/** When ads of the own channel come; times are epoch ms. */
export interface AdSchedule {
	/** Absent while nothing is scheduled, as when the stream is offline. */
	readonly nextAt?: number;
	/** Of the next ad break. */
	readonly seconds: number;
	/** How long viewers who arrive are spared an ad, from `readAt` on. */
	readonly prerollFreeSeconds: number;
	readonly snoozesLeft: number;
	/** When another snooze comes back. */
	readonly snoozeBackAt?: number;
	readonly readAt: number;
}

/** What a snooze changes. */
export type SnoozedAd = Pick<AdSchedule, 'nextAt' | 'snoozesLeft' | 'snoozeBackAt'>;

/** A commercial that Twitch has taken. */
export interface Commercial {
	/** As long as Twitch makes it. */
	readonly seconds: number;
	/** How long no other can be run. */
	readonly pauseSeconds: number;
	/** What Twitch adds, often nothing. */
	readonly message: string;
}

const unreadable = 'Twitch did not say what was asked about ads.';

/** The documentation has texts, the service has answered numbers of seconds; 0 and an empty text are nothing. */
const moment = v.pipe(
	v.optional(v.nullable(v.union([v.pipe(v.string(), v.maxLength(40)), v.number()])), ''),
	v.transform((value) =>
		typeof value === 'number' || /^\d+$/.test(value ?? '') ? Number(value) * 1_000 : Date.parse(value ?? '')
	),
	v.transform((at) => (Number.isFinite(at) && at > 0 ? at : undefined))
);
const count = v.pipe(
	v.union([v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)), v.number()]),
	v.minValue(0)
);

const snoozeEntries = { snooze_count: count, snooze_refresh_at: moment, next_ad_at: moment };
const snoozeAnswer = v.object({ data: v.tuple([v.object(snoozeEntries)]) });
const scheduleAnswer = v.object({
	data: v.tuple([v.object({ ...snoozeEntries, duration: count, preroll_free_time: count })])
});
const commercialAnswer = v.object({
	data: v.tuple([v.object({ length: count, retry_after: count, message: v.optional(v.nullable(v.string()), '') })])
});

/** Runs ads now. @see https://dev.twitch.tv/docs/api/reference/#start-commercial */
export async function startCommercial(helix: Helix, broadcasterId: string, seconds: number): Promise<Commercial> {
	const body = await requestHelix(helix, {
		method: 'POST',
		path: '/channels/commercial',
		scope: 'channel:edit:commercial',
		body: { broadcaster_id: broadcasterId, length: seconds }
	});
	const { length, retry_after: pauseSeconds, message } = parseAnswer(commercialAnswer, body, unreadable).data[0];
	return { seconds: length, pauseSeconds, message: cleanText((message ?? '').slice(0, 300)) };
}

/** Tells when the next ad comes. @see https://dev.twitch.tv/docs/api/reference/#get-ad-schedule */
export async function requestAdSchedule(helix: Helix, broadcasterId: string): Promise<AdSchedule> {
	const query = { broadcaster_id: broadcasterId };
	const body = await requestHelix(helix, { method: 'GET', path: '/channels/ads', scope: 'channel:read:ads', query });
	const {
		duration,
		preroll_free_time: prerollFreeSeconds,
		...snooze
	} = parseAnswer(scheduleAnswer, body, unreadable).data[0];
	return { ...toSnoozedAd(snooze), seconds: duration, prerollFreeSeconds, readAt: helix.environment.clock.now() };
}

/** Puts the next ad off by five minutes. @see https://dev.twitch.tv/docs/api/reference/#snooze-next-ad */
export async function snoozeNextAd(helix: Helix, broadcasterId: string): Promise<SnoozedAd> {
	const body = await requestHelix(helix, {
		method: 'POST',
		path: '/channels/ads/schedule/snooze',
		scope: 'channel:manage:ads',
		query: { broadcaster_id: broadcasterId }
	});
	return toSnoozedAd(parseAnswer(snoozeAnswer, body, unreadable).data[0]);
}

function toSnoozedAd({
	snooze_count: snoozesLeft,
	snooze_refresh_at: snoozeBackAt,
	next_ad_at: nextAt
}: v.InferOutput<typeof snoozeAnswer>['data'][0]): SnoozedAd {
	return {
		snoozesLeft,
		...(snoozeBackAt !== undefined && { snoozeBackAt }),
		...(nextAt !== undefined && { nextAt })
	};
}
