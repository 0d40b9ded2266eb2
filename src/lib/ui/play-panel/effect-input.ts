import type { PlayedControl, Trigger } from '#lib/interactive/board/engine-state.ts';
import { isRegisteredPlatform } from '#lib/platforms/manifests.ts';
import { toBoardPress } from '#lib/state/board-news.ts';
import type { EffectInput } from '#lib/ui/interactive/effects/effect-context.ts';
import { controlName } from './control-name.ts';

/** What set off a control, as its effects know it. */
export function toEffectInput({ input, point, votes, phase, held }: Trigger, { control }: PlayedControl): EffectInput {
	const { platform, value } = input;
	const place = point ?? (typeof value === 'object' ? value : undefined);
	const said = votes ?? (typeof value === 'string' ? value : undefined);
	return {
		controlID: control.controlID,
		label: controlName(control),
		name: toBoardPress(input).name,
		...(platform !== undefined && isRegisteredPlatform(platform) && { platform }),
		phase,
		held,
		...(said !== undefined && { value: said }),
		...place
	};
}
