import { parseControl, type Control } from '#lib/interactive/controls/control.ts';
import type { BoardNews } from '#lib/interactive/participant/board-news.ts';
import { m } from '#lib/paraglide/messages.js';

const names = ['MossLantern', 'PaleFox', 'Otter', 'TidalKit'];
const sources = ['viewer', 'chat', 'reward', 'bits'];

/** A made-up board. */
export function createPreviewControls(): readonly Control[] {
	return [
		{ controlID: 'left', kind: 'button', text: m.vote_yes(), backgroundColor: '#15803d', position: place(0, 24, 12) },
		{ controlID: 'right', kind: 'button', text: m.vote_no(), backgroundColor: '#be123c', position: place(26, 24, 12) },
		{ controlID: 'stick', kind: 'joystick', position: place(60, 12, 12) }
	].map(parseControl);
}

/** What made-up viewers do on it, step by step. */
export function previewNews(step: number): BoardNews {
	const controlID = step % 3 === 1 ? 'right' : 'left';
	const [name = '', source = ''] = [names[step % names.length], sources[step % sources.length]];
	const angle = step / 2;
	return {
		presses: [{ controlID, name, source }],
		votes: new Map([
			['left', 8 + (step % 9)],
			['right', 5 + (step % 4)]
		]),
		means: new Map([['stick', { x: Math.cos(angle) * 0.7, y: Math.sin(angle) * 0.7 }]])
	};
}

function place(x: number, width: number, height: number) {
	return [
		{ size: 'large', x, y: 0, width, height },
		{ size: 'medium', x: x / 2, y: 0, width: width / 2, height },
		{ size: 'small', x: x / 3, y: 0, width: width / 3, height }
	];
}
