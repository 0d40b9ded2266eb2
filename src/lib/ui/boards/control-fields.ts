import { m } from '#lib/paraglide/messages.js';

interface Named {
	/** The property of the control that it writes. */
	readonly key: string;
	readonly label: () => string;
}

/** How a property of a control is edited. */
export type ControlField =
	| (Named & { readonly type: 'text' })
	| (Named & { readonly type: 'color' })
	| (Named & { readonly type: 'size' })
	| (Named & { readonly type: 'key' })
	| (Named & { readonly type: 'toggle'; readonly initial: boolean })
	| (Named & {
			readonly type: 'number';
			readonly least: number;
			readonly most: number;
			readonly whole: boolean;
			readonly unit?: () => string;
	  })
	| (Named & {
			readonly type: 'choice';
			/** What it is where nothing is said. */
			readonly initial?: string;
			readonly options: readonly { readonly value: string | number | undefined; readonly label: () => string }[];
	  });

const padButtons = ['A', 'B', 'X', 'Y', 'LB', 'RB', 'LT', 'RT', 'Back', 'Start', 'L3', 'R3', '↑', '↓', '←', '→'];
const textSize = { type: 'size', key: 'textSize', label: m.boards_field_size } as const;
const text = { type: 'text', key: 'text', label: m.boards_field_text } as const;
const disabled = { type: 'toggle', key: 'disabled', label: m.boards_field_disabled, initial: false } as const;

const fields: ReadonlyMap<string, readonly ControlField[]> = new Map<string, readonly ControlField[]>([
	[
		'button',
		[
			text,
			{ type: 'text', key: 'tooltip', label: m.boards_field_tooltip },
			{ type: 'key', key: 'keyCode', label: m.boards_field_key },
			{
				type: 'choice',
				key: 'gamepadButton',
				label: m.boards_field_pad,
				options: [
					{ value: undefined, label: m.boards_field_pad_none },
					...padButtons.map((name, value) => ({ value, label: () => name }))
				]
			},
			textSize,
			{ type: 'color', key: 'backgroundColor', label: m.boards_field_background },
			{ type: 'color', key: 'textColor', label: m.boards_field_text_color },
			{ type: 'color', key: 'borderColor', label: m.boards_field_border },
			{ type: 'color', key: 'accentColor', label: m.boards_field_accent },
			{ type: 'color', key: 'focusColor', label: m.boards_field_focus },
			disabled
		]
	],
	[
		'joystick',
		[
			{
				type: 'number',
				key: 'sampleRate',
				label: m.boards_field_sample,
				least: 20,
				most: 2_000,
				whole: true,
				unit: m.boards_unit_ms
			},
			{
				type: 'choice',
				key: 'gamepadJoystick',
				label: m.boards_field_stick,
				options: [
					{ value: undefined, label: m.boards_field_pad_none },
					{ value: 0, label: m.boards_field_stick_left },
					{ value: 1, label: m.boards_field_stick_right }
				]
			},
			{
				type: 'number',
				key: 'angle',
				label: m.boards_field_angle,
				least: 0,
				most: 6.28,
				whole: false,
				unit: m.boards_unit_radians
			},
			{ type: 'number', key: 'intensity', label: m.boards_field_intensity, least: 0, most: 1, whole: false },
			disabled
		]
	],
	[
		'textbox',
		[
			{ type: 'text', key: 'placeholder', label: m.boards_field_placeholder },
			{ type: 'toggle', key: 'multiline', label: m.boards_field_multiline, initial: false },
			{ type: 'toggle', key: 'hasSubmit', label: m.boards_field_has_submit, initial: false },
			{ type: 'text', key: 'submitText', label: m.boards_field_submit },
			disabled
		]
	],
	[
		'label',
		[
			text,
			textSize,
			{ type: 'color', key: 'textColor', label: m.boards_field_text_color },
			{ type: 'toggle', key: 'bold', label: m.boards_field_bold, initial: false },
			{ type: 'toggle', key: 'italic', label: m.boards_field_italic, initial: false },
			{ type: 'toggle', key: 'underline', label: m.boards_field_underline, initial: false }
		]
	],
	[
		'screen',
		[
			{
				type: 'choice',
				key: 'sendMoveEvents',
				initial: 'mousedown',
				label: m.boards_field_moves,
				options: [
					{ value: 'always', label: m.boards_field_moves_always },
					{ value: 'mousedown', label: m.boards_field_moves_down },
					{ value: 'never', label: m.boards_field_moves_never }
				]
			},
			{
				type: 'number',
				key: 'moveThrottle',
				label: m.boards_field_sample,
				least: 20,
				most: 2_000,
				whole: true,
				unit: m.boards_unit_ms
			},
			{ type: 'toggle', key: 'sendMouseDownEvent', label: m.boards_field_tells_down, initial: true },
			{ type: 'toggle', key: 'sendMouseUpEvent', label: m.boards_field_tells_up, initial: true },
			disabled
		]
	]
]);

/** What can be changed of a kind's look; of a game's own kind, whether it is switched off. */
export function fieldsOf(kind: string): readonly ControlField[] {
	return fields.get(kind) ?? [disabled];
}
