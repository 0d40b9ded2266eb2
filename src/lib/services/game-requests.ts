import type { RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import * as v from 'valibot';
import { postAsAccount, type AccountRequestOptions } from './account-request.ts';

/** A game that shows a code and waits for the streamer's answer. */
export interface WaitingGame {
	/** What the game calls itself; nobody has checked it. */
	readonly clientId: string;
	readonly scopes: readonly string[];
	/** Epoch ms. */
	readonly expiresAt: number;
}

/** Which code was entered, and as whom. */
export interface EnteredCode {
	readonly code: string;
	readonly platform: RegisteredPlatformId;
}

const game = v.object({ clientId: v.string(), scopes: v.array(v.string()), expiresInSeconds: v.number() });

/** Which game shows a code. Throws `WorkerRejection` `code_not_found` where none does, else as `postAsAccount`. */
export async function findGame(entered: EnteredCode, options: AccountRequestOptions): Promise<WaitingGame> {
	const { clientId, scopes, expiresInSeconds } = await post('lookup', entered, options, game);
	const expiresAt = options.context.environment.clock.now() + expiresInSeconds * 1000;
	return { clientId, scopes, expiresAt };
}

/** Lets the game into the account's own channel, or turns it away. Throws as `findGame`. */
export async function answerGame(
	answer: 'approve' | 'deny',
	entered: EnteredCode,
	options: AccountRequestOptions
): Promise<void> {
	await post(answer, entered, options, v.object({}));
}

/** Takes back every token that games have for the account's own channel, and ends what plays there. Throws as `postAsAccount`. */
export async function signOutGames(platform: RegisteredPlatformId, options: AccountRequestOptions): Promise<void> {
	await postAsAccount('/api/rooms/sign-out-games', { platform }, options, v.object({}));
}

function post<Schema extends v.GenericSchema>(
	action: string,
	{ code, platform }: EnteredCode,
	options: AccountRequestOptions,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	return postAsAccount(`/api/rooms/${action}`, { platform, fields: { code } }, options, schema);
}
