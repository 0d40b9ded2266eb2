import { updateChatColor } from '../helix/chat-color.ts';
import type { Command } from './command.ts';

const names = [
	...['blue', 'blue_violet', 'cadet_blue', 'chocolate', 'coral', 'dodger_blue', 'firebrick', 'golden_rod', 'green'],
	...['hot_pink', 'orange_red', 'red', 'sea_green', 'spring_green', 'yellow_green']
];

/** The colour of one's own name. */
export const colorCommand: Command = {
	name: 'color',
	usage: '<blue|#1e90ff>',
	parse(words) {
		const color = parseColor(words.trim().toLowerCase());
		return color === undefined ? undefined : ({ helix }) => updateChatColor(helix, color);
	}
};

/** People write `BlueViolet`, as Twitch's own chat does. */
function parseColor(word: string): string | undefined {
	if (/^#[0-9a-f]{6}$/.test(word)) return word;
	return names.find((name) => name.replaceAll('_', '') === word.replaceAll('_', ''));
}
