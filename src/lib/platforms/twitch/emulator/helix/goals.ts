import { jsonAnswer } from '../answers.ts';
import type { Goals } from '../goals.ts';
import { readChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixEndpoint } from './endpoint.ts';

/** The goals of a channel. @see https://dev.twitch.tv/docs/api/reference/#get-creator-goals */
export function goalEndpoints(parts: ChannelParts, goals: Goals): readonly HelixEndpoint[] {
	return [
		{
			method: 'GET',
			path: '/goals',
			answer(call) {
				const checked = readChannelCall(call, parts, { scope: 'channel:read:goals' });
				if (checked instanceof Response) return checked;
				const { owner } = checked.room;
				const data = goals.goalsOf(owner).map(({ id, type, description, current, target, startedAt }) => ({
					id,
					broadcaster_id: owner.id,
					broadcaster_name: owner.displayName,
					broadcaster_login: owner.login,
					type,
					description,
					current_amount: current,
					target_amount: target,
					created_at: new Date(startedAt).toISOString()
				}));
				return jsonAnswer({ data });
			}
		}
	];
}
