import { cleanText } from '#lib/model/clean-text.ts';
import { ProtocolError } from '#lib/model/errors.ts';
import type { Goal } from '#lib/model/goal.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { requestHelix, type Helix } from './request.ts';

const amount = v.pipe(v.number(), v.minValue(0));
const goalEntry = v.object({
	id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
	type: v.picklist([
		'follower',
		'subscription',
		'subscription_count',
		'new_subscription',
		'new_subscription_count',
		'new_bit',
		'new_cheerer'
	]),
	description: v.nullish(v.pipe(v.string(), v.maxLength(1_000), v.transform(cleanText))),
	current_amount: amount,
	target_amount: amount,
	created_at: v.pipe(v.string(), v.maxLength(40), v.transform(Date.parse), v.number(), v.finite())
});
const goalsAnswer = v.object({ data: v.array(v.unknown()) });

/** The goals that a channel shows its viewers. @see https://dev.twitch.tv/docs/api/reference/#get-creator-goals */
export async function requestGoals(helix: Helix, broadcasterId: string): Promise<readonly Goal[]> {
	const query = { broadcaster_id: broadcasterId };
	const body = await requestHelix(helix, { method: 'GET', path: '/goals', scope: 'channel:read:goals', query });
	const answer = v.safeParse(goalsAnswer, body);
	if (!answer.success) throw new ProtocolError('malformed_answer', 'Twitch sent its goals in an unknown shape.');
	return parseEach(goalEntry, answer.output.data).map((entry) => ({
		id: entry.id,
		kind: entry.type,
		description: entry.description ?? '',
		current: entry.current_amount,
		target: entry.target_amount,
		startedAt: entry.created_at
	}));
}
