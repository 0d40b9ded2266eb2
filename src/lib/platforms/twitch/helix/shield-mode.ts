import { cleanText } from '#lib/model/clean-text.ts';
import * as v from 'valibot';
import { moderatorQuery } from './moderator-query.ts';
import { parseAnswer } from './parse-answer.ts';
import { requestHelix, type Helix } from './request.ts';

const path = '/moderation/shield_mode';
const scope = 'moderator:manage:shield_mode';

/** Whether Shield Mode is on, and who switched it last. */
export interface ShieldMode {
	readonly active: boolean;
	/** The display name of whoever switched it last; absent where nobody has. */
	readonly by?: string;
	/** Epoch ms of the last time it was switched on. */
	readonly activatedAt?: number;
}

const shieldAnswer = v.object({
	data: v.tuple([
		v.object({
			is_active: v.boolean(),
			moderator_name: v.optional(v.pipe(v.string(), v.maxLength(60)), ''),
			last_activated_at: v.optional(v.pipe(v.string(), v.maxLength(40)), '')
		})
	])
});

/** Asks whether Shield Mode is on. @see https://dev.twitch.tv/docs/api/reference/#get-shield-mode-status */
export async function requestShieldMode(helix: Helix, broadcasterId: string): Promise<ShieldMode> {
	const query = moderatorQuery(helix, broadcasterId);
	return parseShieldMode(await requestHelix(helix, { method: 'GET', path, scope, query }));
}

/** Switches Shield Mode. @see https://dev.twitch.tv/docs/api/reference/#update-shield-mode-status */
export async function updateShieldMode(
	helix: Helix,
	broadcasterId: string,
	{ active }: Pick<ShieldMode, 'active'>
): Promise<ShieldMode> {
	const query = moderatorQuery(helix, broadcasterId);
	return parseShieldMode(await requestHelix(helix, { method: 'PUT', path, scope, query, body: { is_active: active } }));
}

function parseShieldMode(body: unknown): ShieldMode {
	const [shield] = parseAnswer(shieldAnswer, body, 'Twitch did not say whether Shield Mode is on.').data;
	const { is_active: active, moderator_name: name, last_activated_at: last } = shield;
	const by = cleanText(name);
	const activatedAt = Date.parse(last);
	return { active, ...(by && { by }), ...(!Number.isNaN(activatedAt) && { activatedAt }) };
}
