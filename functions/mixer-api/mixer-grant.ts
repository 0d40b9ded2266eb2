import { DurableObject } from 'cloudflare:workers';
import type { GrantObject } from './grant-object.ts';
import { addGuess, guessesEnd, type Guesses } from './guesses.ts';
import {
	approveShortCode,
	countWrongSecret,
	isOpen,
	issueShortCode,
	redeemShortCode,
	shortCodeEnd,
	shortCodeStatus,
	type Approval,
	type GameRequest,
	type Redemption,
	type ShortCode,
	type ShortCodeStatus
} from './short-code.ts';

/** A refresh token that was never used is forgotten before the mark that took it back. */
const longestGrantMs = 366 * 24 * 60 * 60_000;

/** Keeps what a game was granted; everything is gone when its time is up. Each method runs to its end without another between. */
export class MixerGrant extends DurableObject implements GrantObject {
	async issueCode(request: GameRequest, secret: string, now: number): Promise<boolean> {
		const code = this.#code;
		if (code && now < shortCodeEnd(code)) return false;
		await this.#keepCode(issueShortCode(request, secret, now));
		return true;
	}

	async pollCode(secret: string, now: number): Promise<ShortCodeStatus> {
		const code = this.#code;
		if (code && code.secret !== secret) await this.#keepCode(countWrongSecret(code));
		return shortCodeStatus(code, secret, now);
	}

	async findCode(now: number) {
		const code = this.#code;
		if (!isOpen(code, now)) return undefined;
		const { clientId, scope, expiresAt } = code;
		return { clientId, scope, expiresAt };
	}

	async approveCode(approval: Approval, now: number): Promise<boolean> {
		const code = this.#code;
		if (code?.answer?.type === 'approved') return isSameUser(code.answer, approval);
		if (!isOpen(code, now)) return false;
		await this.#keepCode(approveShortCode(code, approval, now));
		return true;
	}

	async denyCode(now: number): Promise<boolean> {
		const code = this.#code;
		if (code?.answer?.type === 'denied') return true;
		if (!isOpen(code, now)) return false;
		await this.#keepCode({ ...code, answer: { type: 'denied' } });
		return true;
	}

	async redeemCode(
		attempt: { readonly authorizationCode: string; readonly clientId: string },
		now: number
	): Promise<Redemption> {
		const { code, redemption } = redeemShortCode(this.#code, attempt, now);
		if (code) await this.#keepCode(code);
		return redemption;
	}

	async beginFamily(endsAt: number): Promise<void> {
		await this.#keep('newest', 0, endsAt);
	}

	async rotateFamily(used: number, endsAt: number): Promise<number | undefined> {
		if (this.ctx.storage.kv.get<number>('newest') !== used) {
			await this.endFamily();
			return undefined;
		}
		await this.#keep('newest', used + 1, endsAt);
		return used + 1;
	}

	async endFamily(): Promise<void> {
		await this.alarm();
	}

	async signOutGames(now: number): Promise<void> {
		await this.#keep('signedOutAt', now, now + longestGrantMs);
	}

	async gamesSignedOutAt(): Promise<number> {
		return this.ctx.storage.kv.get<number>('signedOutAt') ?? 0;
	}

	async countGuess(now: number): Promise<boolean> {
		const guesses = addGuess(this.#guesses, now);
		if (guesses) await this.#keep('guesses', guesses, guessesEnd(guesses));
		return guesses !== undefined;
	}

	async forgiveGuess(now: number): Promise<void> {
		const guesses = this.#guesses;
		const index = guesses.indexOf(now);
		this.ctx.storage.kv.put(
			'guesses',
			guesses.filter((_, i) => i !== index)
		);
	}

	override async alarm(): Promise<void> {
		await this.ctx.storage.deleteAlarm();
		await this.ctx.storage.deleteAll();
	}

	get #code(): ShortCode | undefined {
		return this.ctx.storage.kv.get<ShortCode>('code');
	}

	get #guesses(): Guesses {
		return this.ctx.storage.kv.get<Guesses>('guesses') ?? [];
	}

	async #keepCode(code: ShortCode): Promise<void> {
		await this.#keep('code', code, shortCodeEnd(code));
	}

	async #keep(name: string, value: unknown, endsAt: number): Promise<void> {
		this.ctx.storage.kv.put(name, value);
		await this.ctx.storage.setAlarm(endsAt);
	}
}

function isSameUser({ user }: Approval, approval: Approval): boolean {
	return user.platform === approval.user.platform && user.userId === approval.user.userId;
}
