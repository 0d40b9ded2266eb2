import { sealAccessToken } from '#functions/interactive/access-token.ts';
import { readSealKeys } from '#functions/sealed-claims.ts';
import type { OverlayEffect } from '#lib/interactive/board/overlay-effect.ts';
import { Control, State } from '#lib/interactive/client/index.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import type { Product } from './product.ts';

/** The room of the emulator's streamer TidalKit. */
export const tidalRoom = 'twitch:100001';

/** A bearer token as our own pages get it, without a page. */
export async function createRoomToken({ variables }: Product, userId = '100001'): Promise<string> {
	const keys = await readSealKeys(variables['SEAL_KEY']);
	const claims = { platform: 'twitch', userId, login: 'tidalkit', displayName: 'TidalKit', clientId: 'test' } as const;
	return sealAccessToken(claims, keys, Date.now());
}

/** A game that shows a board, told what to tell by the test. */
export interface BoardGame {
	readonly state: State;
	/** What viewers did, as a board's host tells it. */
	tell(news: JsonObject): Promise<void>;
	/** An effect for overlays; anything may be told, for they have to cope. */
	broadcastEffect(effect: OverlayEffect | JsonObject): Promise<void>;
	close(): void;
}

let effects = 0;

/** Hosts TidalKit's room with these controls. */
export async function hostBoard(product: Product, controls: readonly JsonObject[]): Promise<BoardGame> {
	const token = await createRoomToken(product);
	const state = await State.connect({
		address: `${product.url.replace(/^http/, 'ws')}/api/rooms/host`,
		authorization: `Bearer ${token}`,
		projectVersionId: 1
	});
	const stopPumping = state.pumpAsync();
	const broadcast = async (scope: string, tributary: JsonObject) => {
		await state.connection.call('broadcastEvent', { scope: [scope], data: { tributary } });
	};
	await state
		.scene('default')
		?.createControls(...controls.map(({ controlID, ...rest }) => new Control(String(controlID), rest)));
	await state.setReady();
	return {
		state,
		tell: (news) => broadcast('everyone', { type: 'board', ...news }),
		broadcastEffect: (effect) =>
			broadcast('overlay', { type: 'effect', id: `${++effects}`, effect: effect as JsonObject }),
		close() {
			stopPumping();
			state.connection.close();
		}
	};
}
