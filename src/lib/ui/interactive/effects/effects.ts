import type { Effect } from '#lib/interactive/board/rules.ts';
import * as v from 'valibot';
import type { EffectDefinition } from './effect-definition.ts';
import { announce } from './kinds/announce.ts';
import { chat } from './kinds/chat.ts';
import { clip } from './kinds/clip.ts';
import { image } from './kinds/image.ts';
import { key } from './kinds/key.ts';
import { marker } from './kinds/marker.ts';
import { poll } from './kinds/poll.ts';

import { socket } from './kinds/socket.ts';
import { sound } from './kinds/sound.ts';
import { steer } from './kinds/steer.ts';

/** What a control can do without a game, in the order in which it is offered. */
export const effects: readonly EffectDefinition[] = [
	sound,
	image,
	chat,
	key,
	steer,
	poll,
	announce,
	marker,
	clip,
	socket
];

const byType = new Map(effects.map((definition) => [definition.type, definition]));

/** What is known of a type; `undefined` for one from another version or from nowhere. */
export function findEffect(type: string): EffectDefinition | undefined {
	return byType.get(type);
}

/** Whether an effect can be carried out as it is. */
export function isComplete(effect: Effect): boolean {
	const definition = findEffect(effect.type);
	return definition !== undefined && v.is(definition.schema, effect);
}
