import type { TemplateWords } from '#lib/interactive/board/templates.ts';

/** What is written on the controls of templates in tests. */
export const templateWords: TemplateWords = {
	question: 'Dive?',
	yes: 'Yes',
	no: 'No',
	winner: '{control} wins',
	jump: 'Jump',
	dash: 'Dash',
	move: 'Move',
	pointer: 'Draw',
	soundsTitle: 'Sounds',
	sounds: ['Horn', 'Applause', 'Drum', 'Coin', 'Laser', 'Pop']
};
