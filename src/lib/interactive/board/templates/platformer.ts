import type { BoardControl } from '#lib/interactive/board/board.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import { templateControl, type Corners, type TemplateWords } from './template-control.ts';

const corners = {
	hint: [
		[4, 1, 18, 3],
		[2, 1, 18, 3],
		[2, 2, 16, 3]
	],
	stick: [
		[4, 5, 14, 14],
		[2, 8, 16, 16],
		[1, 24, 14, 14]
	],
	left: [
		[28, 9, 8, 7],
		[4, 4, 8, 4],
		[1, 8, 9, 6]
	],
	right: [
		[38, 9, 8, 7],
		[13, 4, 8, 4],
		[11, 8, 9, 6]
	],
	dash: [
		[50, 10, 12, 9],
		[22, 16, 10, 8],
		[16, 32, 13, 7]
	],
	jump: [
		[64, 6, 14, 11],
		[33, 9, 11, 11],
		[16, 20, 13, 11]
	]
} as const satisfies Readonly<Record<string, Corners>>;

/** A stick that everybody pushes together, and keys that press a game's. */
export function createPlatformer({ move, jump, dash }: TemplateWords): readonly BoardControl[] {
	return [
		templateControl({ controlID: 'hint', kind: 'label', text: move }, corners.hint),
		templateControl({ controlID: 'stick', kind: 'joystick', sampleRate: 50 }, corners.stick, {
			aggregate: 'mean',
			windowMs: 100,
			effects: [{ type: 'steer', keys: 'arrows' }]
		}),
		key('left', 37, { text: '←' }),
		key('right', 39, { text: '→' }),
		key('dash', 16, { text: dash, gamepadButton: 2 }),
		key('jump', 32, { text: jump, gamepadButton: 0, backgroundColor: '#0e7490' })
	];
}

function key(controlID: 'left' | 'right' | 'dash' | 'jump', keyCode: number, look: JsonObject): BoardControl {
	return templateControl({ controlID, kind: 'button', keyCode, ...look }, corners[controlID], {
		inputs: { chat: `!${controlID}` },
		cooldownMs: 500,
		effects: [{ type: 'key', keyCode, how: 'tap' }]
	});
}
