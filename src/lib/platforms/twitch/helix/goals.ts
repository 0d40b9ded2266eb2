import type { Goal } from '#lib/model/goal.ts';
import * as v from 'valibot';
import { goalKind } from '../goal-kind.ts';
import { count, moment, words } from './answer-fields.ts';
import { requestPage } from './request-pages.ts';
import type { Helix } from './request.ts';

const goalEntry = v.object({
	id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
	type: goalKind,
	description: v.nullish(words),
	current_amount: count,
	target_amount: count,
	created_at: moment
});

/** The goals that a channel shows its viewers. @see https://dev.twitch.tv/docs/api/reference/#get-creator-goals */
export async function requestGoals(helix: Helix, broadcasterId: string): Promise<readonly Goal[]> {
	const query = { broadcaster_id: broadcasterId };
	const request = { path: '/goals', scope: 'channel:read:goals', query };
	return (await requestPage(helix, request, goalEntry)).items.map((entry) => ({
		id: entry.id,
		kind: entry.type,
		description: entry.description ?? '',
		current: entry.current_amount,
		target: entry.target_amount,
		startedAt: entry.created_at
	}));
}
