import { Button, Joystick, Label, State, Textbox } from '#lib/interactive/client/index.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import { sealAccessToken } from '#functions/interactive/access-token.ts';
import { readSealKeys } from '#functions/sealed-claims.ts';
import type { Product } from './running-product.ts';

/** Whose channel the games of these tests are in. */
export const tidalKit = { userId: '100001', login: 'tidalkit' };

/** A game of TidalKit's, played by our own client library against the running product. */
export interface Game {
	readonly state: State;
	/** Every input that reached it, the oldest first. */
	readonly inputs: readonly JsonObject[];
	/** A method of the protocol that has no function of its own. */
	call(method: string, params: JsonObject): Promise<unknown>;
	close(): void;
}

/** Connects a game with an empty board that is not ready. */
export async function connectGame(product: Product): Promise<Game> {
	const keys = await readSealKeys(product.variables['SEAL_KEY']);
	const claims = { platform: 'twitch', ...tidalKit, displayName: 'TidalKit', clientId: 'game' } as const;
	const token = await sealAccessToken(claims, keys, Date.now());
	const state = await State.connect({
		address: `${product.url.replace(/^http/, 'ws')}/api/rooms/host`,
		authorization: `Bearer ${token}`,
		projectVersionId: 1
	});
	const inputs: JsonObject[] = [];
	state.on('giveInput', ({ input }) => inputs.push(input));
	const stop = state.pumpAsync();
	return {
		state,
		inputs,
		call: (method, params) => state.connection.call(method, params),
		close() {
			stop();
			state.connection.close();
		}
	};
}

/** The same place on each grid, as far as the grid is that large. */
export function everywhere(x: number, y: number, width: number, height: number) {
	return [
		{ size: 'small', x, y, width, height },
		{
			size: 'medium',
			x: Math.round(x * 1.5),
			y: Math.round(y * 0.62),
			width: Math.round(width * 1.5),
			height: Math.max(4, Math.round(height * 0.62))
		},
		{
			size: 'large',
			x: Math.round(x * 2.6),
			y: Math.round(y * 0.5),
			width: Math.round(width * 2.6),
			height: Math.max(4, Math.round(height * 0.5))
		}
	];
}

/** A game that is ready, with a control of each kind that a thumb can use. */
export async function startGame(product: Product): Promise<Game> {
	const game = await connectGame(product);
	await game.state.scene('default')?.createControls(
		new Label('title', { text: 'Reef runner', bold: true, textSize: '20px', position: everywhere(1, 0, 28, 3) }),
		new Button('jump', { text: 'Jump', keyCode: 32, position: everywhere(15, 4, 14, 9) }),
		new Button('dash', { text: 'Dash', keyCode: 68, tooltip: 'Run faster', position: everywhere(1, 4, 13, 9) }),
		new Button('bomb', { text: 'Bomb', cost: 50, backgroundColor: '#7a1f2b', position: everywhere(1, 14, 9, 7) }),
		new Button('shield', {
			text: 'Shield',
			progress: 0.6,
			accentColor: '#ffb347',
			position: everywhere(11, 14, 9, 7)
		}),
		new Button('off', { text: 'Locked', disabled: true, position: everywhere(21, 14, 8, 7) }),
		new Joystick('stick', { position: everywhere(1, 22, 13, 13) }),
		new Textbox('say', { placeholder: 'Name the fish', hasSubmit: true, position: everywhere(15, 26, 14, 5) })
	);
	await game.state.setReady();
	return game;
}
