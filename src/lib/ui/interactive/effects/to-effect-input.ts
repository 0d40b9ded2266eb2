import type { PlayedControl, Trigger } from '#lib/interactive/board/engine-state.ts';
import type { EffectInput } from './effect-context.ts';

/** What a board's engine tells of a press, as effects read it; of a vote, the value is how many wanted it. */
export function toEffectInput(
	{ phase, held, input, point, votes }: Trigger,
	{ control: { controlID, text } }: PlayedControl
): EffectInput {
	const { name, platform, value } = input;
	const place = point ?? (typeof value === 'object' ? value : undefined);
	const written = votes ?? (typeof value === 'string' ? value : undefined);
	return {
		controlID,
		label: typeof text === 'string' && text.trim() !== '' ? text : controlID,
		name,
		phase,
		held,
		...(platform !== undefined && { platform }),
		...(written !== undefined && { value: written }),
		...(place && { x: place.x, y: place.y })
	};
}
