import * as v from 'valibot';
import { Failure } from '../failure.ts';
import { readBody } from '../gate.ts';
import { jsonAnswer } from '../http.ts';
import { formatRoomId } from '../interactive/room-id.ts';
import { randomUuid } from '../random-text.ts';
import type { RequestContext } from '../request-context.ts';
import type { Route } from '../router.ts';
import { createSecret, formatKey, parseCode } from './code-words.ts';
import { findGrant } from './find-grant.ts';
import type { GrantObject } from './grant-object.ts';
import { accountProof, confirmUser, type PlatformUser } from './platform-user.ts';

const codeBody = v.strictObject({ ...accountProof, code: v.pipe(v.string(), v.maxLength(32)) });

/** Tells the streamer which game shows a code, and what it wants. */
export const gameLookUpRoute = codeRoute('lookup', async ({ grant, context }) => {
	const game = await grant.findCode(context.receivedAt);
	if (!game) return undefined;
	const { clientId, scope, expiresAt } = game;
	const expiresInSeconds = Math.ceil((expiresAt - context.receivedAt) / 1000);
	return { clientId, scopes: scope.split(/ +/), expiresInSeconds };
});

/** Lets the game that shows a code into the channel of the account that says so, and into no other. */
export const gameApprovalRoute = codeRoute('approve', async ({ grant, code, user, context }) => {
	const { randomBytes, receivedAt } = context;
	const authorizationCode = formatKey(code, createSecret(randomBytes));
	const approval = { user, authorizationCode, family: randomUuid(randomBytes) };
	return (await grant.approveCode(approval, receivedAt)) ? { approved: true } : undefined;
});

/** Turns the game that shows a code away. */
export const gameDenialRoute = codeRoute('deny', async ({ grant, context }) =>
	(await grant.denyCode(context.receivedAt)) ? { denied: true } : undefined
);

interface EnteredCode {
	readonly grant: GrantObject;
	readonly code: string;
	readonly user: PlatformUser;
	readonly context: RequestContext;
}

/** A route that answers nothing for a code that is none; too many of those, and the account has to wait. */
function codeRoute(action: string, answer: (entered: EnteredCode) => Promise<object | undefined>): Route {
	return {
		method: 'POST',
		pattern: `/api/rooms/${action}`,
		async answer(context) {
			const { code: text, ...proof } = await readBody(context.request, context.appOrigin, codeBody);
			const user = await confirmUser(proof, context);
			const guesses = findGrant('guesses', formatRoomId(user.platform, user.userId), context);
			if (!(await guesses.countGuess(context.receivedAt))) throw new Failure('too_many_guesses');
			const code = parseCode(text);
			const grant = code && findGrant('code', code, context);
			const result = grant && (await answer({ grant, code, user, context }));
			if (!result) throw new Failure('code_not_found');
			await guesses.forgiveGuess(context.receivedAt);
			return jsonAnswer(result);
		}
	};
}
