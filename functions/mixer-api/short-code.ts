import type { PlatformUser } from './platform-user.ts';

const lifeMs = 120_000;
const authorizationLifeMs = 60_000;
const mostWrongSecrets = 30;

/** What a game asked for. */
export interface GameRequest {
	readonly clientId: string;
	/** Separated by spaces. */
	readonly scope: string;
}

/** What came of the streamer's answer. */
export interface Approval {
	readonly user: PlatformUser;
	readonly authorizationCode: string;
	/** The refresh tokens that will come of it. */
	readonly family: string;
}

/** A code that a game shows, from its issue until nobody can do anything with it any more; times in epoch ms. */
export interface ShortCode extends GameRequest {
	/** What the game polls with, so that who only sees the code learns nothing. */
	readonly secret: string;
	readonly expiresAt: number;
	readonly wrongSecrets: number;
	readonly answer?:
		| { readonly type: 'denied' }
		| ({ readonly type: 'approved' | 'redeemed'; readonly redeemableUntil: number } & Approval);
}

/** What a game that polls is told. */
export type ShortCodeStatus =
	| { readonly type: 'waiting' | 'denied' | 'unknown' }
	| { readonly type: 'approved'; readonly authorizationCode: string };

/** What becomes of an authorization code; one that comes a second time takes the refresh tokens of the first with it. */
export type Redemption =
	| ({ readonly type: 'redeemed' } & GameRequest & Omit<Approval, 'authorizationCode'>)
	| { readonly type: 'reused'; readonly family: string }
	| { readonly type: 'refused' };

/** A new code, waiting for the streamer. */
export function issueShortCode(request: GameRequest, secret: string, now: number): ShortCode {
	return { ...request, secret, expiresAt: now + lifeMs, wrongSecrets: 0 };
}

/** Until when something can still be done with a code. */
export function shortCodeEnd({ expiresAt, answer }: ShortCode): number {
	return answer && answer.type !== 'denied' ? answer.redeemableUntil : expiresAt;
}

/** Whether the streamer can answer. */
export function isOpen(code: ShortCode | undefined, now: number): code is ShortCode {
	return code !== undefined && !code.answer && now < code.expiresAt && code.wrongSecrets < mostWrongSecrets;
}

/** What the game is told; the same again until the authorization code has been used. */
export function shortCodeStatus(code: ShortCode | undefined, secret: string, now: number): ShortCodeStatus {
	if (!code || code.secret !== secret || now >= shortCodeEnd(code)) return { type: 'unknown' };
	const { answer } = code;
	if (!answer) return { type: isOpen(code, now) ? 'waiting' : 'unknown' };
	if (answer.type === 'denied') return { type: 'denied' };
	return answer.type === 'approved'
		? { type: 'approved', authorizationCode: answer.authorizationCode }
		: { type: 'unknown' };
}

/** The code with the streamer's approval; the authorization code has to be used within a minute. */
export function approveShortCode(code: ShortCode, approval: Approval, now: number): ShortCode {
	return { ...code, answer: { type: 'approved', redeemableUntil: now + authorizationLifeMs, ...approval } };
}

/** The code after somebody came with a secret or an authorization code that is not its own. */
export function countWrongSecret(code: ShortCode): ShortCode {
	return { ...code, wrongSecrets: code.wrongSecrets + 1 };
}

/** Uses an authorization code up, whoever comes with it. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2 */
export function redeemShortCode(
	code: ShortCode | undefined,
	{ authorizationCode, clientId }: { readonly authorizationCode: string; readonly clientId: string },
	now: number
): { readonly code: ShortCode | undefined; readonly redemption: Redemption } {
	const refused = { type: 'refused' } as const;
	if (!code?.answer || code.answer.type === 'denied') return { code, redemption: refused };
	const { answer, scope } = code;
	if (answer.authorizationCode !== authorizationCode) return { code: countWrongSecret(code), redemption: refused };
	const { type, family, user, redeemableUntil } = answer;
	if (type === 'redeemed') return { code, redemption: { type: 'reused', family } };
	const redeemed = { ...code, answer: { ...answer, type: 'redeemed' } } as const;
	if (code.clientId !== clientId || now >= redeemableUntil || code.wrongSecrets >= mostWrongSecrets)
		return { code: redeemed, redemption: refused };
	return { code: redeemed, redemption: { type: 'redeemed', clientId, scope, user, family } };
}
