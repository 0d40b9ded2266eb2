import type { HypeTrain } from '#lib/model/hype-train.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { count, moment } from './answer-fields.ts';
import { parseAnswer } from './parse-answer.ts';
import { personEntry, toPerson } from './person-entry.ts';
import { requestHelix, type Helix } from './request.ts';

/** The best Hype Train of a channel so far. */
export interface HypeTrainRecord {
	readonly level: number;
	readonly total: number;
	/** Epoch ms. */
	readonly achievedAt: number;
}

/** The Hype Train of a channel, if one is on its way, and its best one. */
export interface HypeTrainStatus {
	readonly current?: HypeTrain;
	readonly record?: HypeTrainRecord;
}

const contribution = v.object({
	...personEntry.entries,
	type: v.string(),
	total: count
});
const train = v.object({
	id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
	level: count,
	total: count,
	progress: count,
	goal: count,
	top_contributions: v.nullish(v.array(v.unknown())),
	started_at: moment,
	expires_at: moment
});
const statusAnswer = v.object({
	data: v.array(
		v.object({
			current: v.nullish(train),
			all_time_high: v.nullish(v.object({ level: count, total: count, achieved_at: moment }))
		})
	)
});

/** Asks for the Hype Train of a channel. @see https://dev.twitch.tv/docs/api/reference/#get-hype-train-status */
export async function requestHypeTrain(helix: Helix, broadcasterId: string): Promise<HypeTrainStatus> {
	const query = { broadcaster_id: broadcasterId };
	const scope = 'channel:read:hype_train';
	const body = await requestHelix(helix, { method: 'GET', path: '/hypetrain/status', scope, query });
	const { data } = parseAnswer(statusAnswer, body, 'Twitch did not say how the Hype Train stands.');
	const { current, all_time_high: high } = data[0] ?? {};
	return {
		...(current && { current: toTrain(current) }),
		...(high && { record: { level: high.level, total: high.total, achievedAt: high.achieved_at } })
	};
}

function toTrain(entry: v.InferOutput<typeof train>): HypeTrain {
	return {
		id: entry.id,
		level: entry.level,
		total: entry.total,
		progress: entry.progress,
		goal: entry.goal,
		topContributions: parseEach(contribution, entry.top_contributions).map((one) => ({
			person: toPerson(one),
			kind: one.type === 'bits' || one.type === 'subscription' ? one.type : 'other',
			total: one.total
		})),
		startedAt: entry.started_at,
		expiresAt: entry.expires_at
	};
}
