import type { BoardInput } from '#lib/interactive/board/board-input.ts';
import type { Control } from '#lib/interactive/controls/control.ts';

type Deed = Pick<BoardInput, 'controlID' | 'event' | 'value' | 'paid'>;

const texts = ['hello', 'left', 'jump', 'again', 'no way'];
/** How many can pay for what costs something. */
const wealthy = 0.7;
/** How many let a stick go. */
const weary = 0.25;

/** What a made-up viewer does to a control. */
export function pressLikeViewer({ controlID, kind }: Control, random: () => number): readonly Deed[] {
	const paid = random() < wealthy;
	if (kind === 'joystick') return [{ controlID, event: 'move', value: push(random), paid }];
	if (kind === 'screen') {
		const value = { x: random(), y: random() };
		return ['mousedown', 'move', 'mouseup'].map((event) => ({ controlID, event, value, paid }));
	}
	if (kind === 'textbox') {
		const value = texts[Math.floor(random() * texts.length)];
		return [{ controlID, event: 'submit', value, paid }];
	}
	return ['mousedown', 'mouseup'].map((event) => ({ controlID, event, paid }));
}

function push(random: () => number) {
	if (random() < weary) return { x: 0, y: 0 };
	const angle = random() * 2 * Math.PI;
	const strength = 0.4 + random() * 0.6;
	return { x: Math.cos(angle) * strength, y: Math.sin(angle) * strength };
}
