import type { RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import type { AccountRequestOptions } from '#lib/services/account-request.ts';
import { answerGame, findGame, type WaitingGame } from '#lib/services/game-requests.ts';
import { WorkerRejection } from '#lib/services/worker-request.ts';
import { Attempt } from './attempt.svelte.ts';

const codeLength = 6;

/** Where the streamer is on the way from a code to an answer. */
export type GameApprovalStep = 'entering' | 'found' | 'approved' | 'denied' | 'expired';

/** A code that the streamer enters, the game behind it, and their answer. */
export class GameApproval {
	step = $state<GameApprovalStep>('entering');
	game = $state.raw<WaitingGame>();
	readonly attempt = new Attempt();
	#code = $state('');
	readonly #requests: () => AccountRequestOptions;

	constructor(requests: () => AccountRequestOptions, code = '') {
		this.#requests = requests;
		this.code = code;
	}

	/** As codes are written: what people put between the characters is left out. */
	get code(): string {
		return this.#code;
	}

	set code(text: string) {
		this.#code = text
			.toUpperCase()
			.replaceAll(/[^A-Z0-9]/g, '')
			.slice(0, codeLength);
		this.attempt.dismiss();
	}

	get complete(): boolean {
		return this.#code.length === codeLength;
	}

	/** Finds out which game shows the code. */
	async find(platform: RegisteredPlatformId): Promise<void> {
		await this.attempt.run(async () => {
			this.game = await findGame({ code: this.#code, platform }, this.#requests());
			this.step = 'found';
		});
	}

	/** Gives the streamer's answer; a code whose time ran out meanwhile is told as such. */
	async answer(answer: 'approve' | 'deny', platform: RegisteredPlatformId): Promise<void> {
		await this.attempt.run(async () => {
			try {
				await answerGame(answer, { code: this.#code, platform }, this.#requests());
				this.step = answer === 'approve' ? 'approved' : 'denied';
			} catch (error) {
				if (!(error instanceof WorkerRejection && error.code === 'code_not_found')) throw error;
				this.expire();
			}
		});
	}

	expire(): void {
		this.step = 'expired';
	}

	/** Begins anew with another code. */
	restart(): void {
		this.code = '';
		this.game = undefined;
		this.step = 'entering';
	}
}
