import { defaultId } from '#lib/interactive/room/state.ts';
import type { Board, BoardControl } from './board.ts';
import { createPlatformer } from './templates/platformer.ts';
import { createPointer } from './templates/pointer.ts';
import { createSoundBoard } from './templates/sound-board.ts';
import type { TemplateWords } from './templates/template-control.ts';
import { createVote } from './templates/vote.ts';

export type { TemplateWords };

/** The boards that one can start from; `empty` has a scene and nothing in it. */
export const templateNames = ['vote', 'platformer', 'pointer', 'sounds', 'empty'] as const;

/** A board that one can start from. */
export type TemplateName = (typeof templateNames)[number];

const makers: Readonly<Record<TemplateName, (words: TemplateWords) => readonly BoardControl[]>> = {
	vote: createVote,
	platformer: createPlatformer,
	pointer: createPointer,
	sounds: createSoundBoard,
	empty: () => []
};

/** A new board after a template. */
export function createBoard(
	template: TemplateName,
	words: TemplateWords,
	{ id, name }: Pick<Board, 'id' | 'name'>
): Board {
	const scene = { sceneID: defaultId, controls: makers[template](words), properties: {} };
	return { id, name, scenes: [scene], groups: [{ groupID: defaultId, sceneID: defaultId }], project: {} };
}
