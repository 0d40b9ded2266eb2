import { jsonAnswer } from '../answers.ts';
import { formatTime, formatTrain, type HypeTrains } from '../hype-trains.ts';
import { readChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixEndpoint } from './endpoint.ts';

/** The Hype Train of a channel, and its best one. @see https://dev.twitch.tv/docs/api/reference/#get-hype-train-status */
export function hypeTrainEndpoints(parts: ChannelParts, trains: HypeTrains): readonly HelixEndpoint[] {
	return [
		{
			method: 'GET',
			path: '/hypetrain/status',
			answer(call) {
				const checked = readChannelCall(call, parts, { scope: 'channel:read:hype_train' });
				if (checked instanceof Response) return checked;
				const { owner } = checked.room;
				const train = trains.find(owner);
				const record = trains.recordOf(owner);
				const current = train && {
					broadcaster_user_id: owner.id,
					broadcaster_user_login: owner.login,
					broadcaster_user_name: owner.displayName,
					...formatTrain(train),
					progress: train.progress,
					goal: train.goal,
					expires_at: formatTime(train.expiresAt)
				};
				const best = record && { level: record.level, total: record.total, achieved_at: formatTime(record.achievedAt) };
				return jsonAnswer({
					data: [{ current: current ?? null, all_time_high: best ?? null, shared_all_time_high: null }]
				});
			}
		}
	];
}
