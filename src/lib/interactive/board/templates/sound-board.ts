import type { BoardControl } from '#lib/interactive/board/board.ts';
import { templateControl, type Corner, type TemplateWords } from './template-control.ts';

const names = ['horn', 'applause', 'drum', 'coin', 'laser', 'pop'];
const colors = ['#0e7490', '#7c3aed', '#b45309', '#be185d', '#15803d', '#1d4ed8'];

/** Six buttons, each with a sound on the overlay, and a command in chat. */
export function createSoundBoard({ soundsTitle, sounds }: TemplateWords): readonly BoardControl[] {
	const title = { controlID: 'title', kind: 'label', text: soundsTitle, bold: true, textSize: '20px' };
	return [
		templateControl(title, [
			[4, 1, 72, 3],
			[2, 1, 41, 3],
			[2, 1, 26, 3]
		]),
		...names.map((sound, index) => createSound(sound, sounds[index] ?? sound, index))
	];
}

function createSound(sound: string, text: string, index: number): BoardControl {
	const inRows = (columns: number, [x, y, width, height]: Corner): Corner => [
		x + (index % columns) * (width + 1),
		y + Math.floor(index / columns) * (height + 1),
		width,
		height
	];
	return templateControl(
		{ controlID: sound, kind: 'button', text, backgroundColor: colors[index] ?? '' },
		[inRows(3, [4, 5, 23, 6]), inRows(2, [2, 5, 20, 5]), inRows(2, [2, 5, 12, 10])],
		{ inputs: { chat: `!${sound}` }, cooldownMs: 5_000, effects: [{ type: 'sound', sound, volume: 0.8 }] }
	);
}
