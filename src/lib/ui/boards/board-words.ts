import { boardLimits } from '#lib/interactive/board/board.ts';
import type { BoardWarning } from '#lib/interactive/board/board-warnings.ts';
import type { TemplateName, TemplateWords } from '#lib/interactive/board/templates.ts';
import type { Control } from '#lib/interactive/controls/control.ts';
import type { GridSize } from '#lib/interactive/controls/position.ts';
import { m } from '#lib/paraglide/messages.js';

/** What is written on the controls of templates. */
export function templateWords(): TemplateWords {
	return {
		question: m.boards_word_question(),
		yes: m.boards_word_yes(),
		no: m.boards_word_no(),
		winner: m.boards_word_winner({ control: '{control}' }),
		jump: m.boards_word_jump(),
		dash: m.boards_word_dash(),
		move: m.boards_word_move(),
		pointer: m.boards_word_pointer(),
		soundsTitle: m.boards_word_sounds(),
		sounds: [
			m.boards_word_horn(),
			m.boards_word_applause(),
			m.boards_word_drum(),
			m.boards_word_coin(),
			m.boards_word_laser(),
			m.boards_word_pop()
		]
	};
}

/** How a template is called, and what it is for. */
export const templateTexts: Readonly<
	Record<TemplateName, { readonly name: () => string; readonly hint: () => string }>
> = {
	vote: { name: m.boards_template_vote, hint: m.boards_template_vote_hint },
	platformer: { name: m.boards_template_platformer, hint: m.boards_template_platformer_hint },
	pointer: { name: m.boards_template_pointer, hint: m.boards_template_pointer_hint },
	sounds: { name: m.boards_template_sounds, hint: m.boards_template_sounds_hint },
	empty: { name: m.boards_template_empty, hint: m.boards_template_empty_hint }
};

const kindNames: ReadonlyMap<string, () => string> = new Map([
	['button', m.boards_kind_button],
	['joystick', m.boards_kind_joystick],
	['textbox', m.boards_kind_textbox],
	['label', m.boards_kind_label],
	['screen', m.boards_kind_screen]
]);

/** How a kind of controls is called. */
export function kindName(kind: string): string {
	return kindNames.get(kind)?.() ?? m.boards_kind_custom({ kind });
}

/** How each grid is called: by the screens that show it. */
export const sizeNames: Readonly<Record<GridSize, () => string>> = {
	large: m.boards_size_large,
	medium: m.boards_size_medium,
	small: m.boards_size_small
};

/** How a control is called: by what is written on it, else by its id. */
export function controlName({ controlID, text }: Control): string {
	return typeof text === 'string' && text.trim() !== '' ? text.slice(0, boardLimits.nameChars) : controlID;
}

/** What is wrong with a layout, in a sentence; `nameOf` names controls by their ids. */
export function warningText(warning: BoardWarning, nameOf: (controlID: string) => string): string {
	const name = nameOf(warning.controlID);
	switch (warning.type) {
		case 'crowded-screen':
			return m.boards_warning_screen({ name });
		case 'overlap':
			return m.boards_warning_overlap({ name, other: nameOf(warning.otherID), size: sizeNames[warning.size]() });
		case 'outside':
			return m.boards_warning_outside({ name, size: sizeNames[warning.size]() });
		case 'missing':
			return m.boards_warning_missing({ name, size: sizeNames[warning.size]() });
	}
}
