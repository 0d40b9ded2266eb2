import type { EmoteDrawing } from './emote-drawing.ts';

/** An emote that the emulator knows. */
export interface EmulatedEmote {
	readonly id: string;
	readonly name: string;
	/** The login of the channel whose subscribers may use it; absent for a global emote. */
	readonly owner?: string;
	readonly drawing: EmoteDrawing;
}

/** Every emote, global ones first. */
export const emulatedEmotes: readonly EmulatedEmote[] = [
	global('25', 'Kappa', { shape: 'round', fill: '#c9b8a8', eyes: 'raised', mouth: 'smirk' }),
	global('305954156', 'PogChamp', { shape: 'round', fill: '#f2b184', eyes: 'wide', mouth: 'open' }),
	global('425618', 'LUL', { shape: 'round', fill: '#f6c453', eyes: 'closed', mouth: 'laugh' }),
	global('30259', 'HeyGuys', { shape: 'round', fill: '#f7a8b8', eyes: 'closed', mouth: 'smile', accent: 'hand' }),
	global('9', '<3', { shape: 'heart', fill: '#b06cf0' }),
	global('354', '4Head', { shape: 'square', fill: '#f3cf9b', eyes: 'dots', mouth: 'teeth' }),
	global('86', 'BibleThump', { shape: 'drop', fill: '#f3d0c4', eyes: 'dots', mouth: 'frown', accent: 'tears' }),
	global('58765', 'NotLikeThis', { shape: 'square', fill: '#b9c7d6', eyes: 'shut', mouth: 'frown', accent: 'hands' }),
	global('64138', 'SeemsGood', { shape: 'round', fill: '#8fd3a8', eyes: 'raised', mouth: 'smile', accent: 'hand' }),
	global('81274', 'VoHiYo', { shape: 'drop', fill: '#f5a3c7', eyes: 'closed', mouth: 'smile', accent: 'sparkles' }),
	channel('tidalkit', '7a1fd20c94b34e0a8c55d6e1f0b29a31', 'tidalkWave', { shape: 'wave', fill: '#2f9be0' }),
	channel('tidalkit', '1c08e6b7f5d24f7bb0a3924e6d51c7f2', 'tidalkHype', {
		shape: 'star',
		fill: '#ffcf4a',
		eyes: 'wide',
		mouth: 'open'
	}),
	channel('tidalkit', 'e93b5a46d0cf4182a71d3f68b40e5c9d', 'tidalkCozy', {
		shape: 'round',
		fill: '#6fb7d9',
		eyes: 'closed',
		mouth: 'smile',
		accent: 'scarf'
	}),
	channel('mosslantern', '46d27c1be8a9405f93e6b05d7f1a82c4', 'mosslaGlow', {
		shape: 'lantern',
		fill: '#f4d35e',
		eyes: 'dots',
		mouth: 'smile'
	})
];

const emotesById: ReadonlyMap<string, EmulatedEmote> = new Map(emulatedEmotes.map((emote) => [emote.id, emote]));

/** The emote of that id. */
export function findEmote(id: string): EmulatedEmote | undefined {
	return emotesById.get(id);
}

function global(id: string, name: string, drawing: EmoteDrawing): EmulatedEmote {
	return { id, name, drawing };
}

function channel(owner: string, hash: string, name: string, drawing: EmoteDrawing): EmulatedEmote {
	return { id: `emotesv2_${hash}`, name, owner, drawing };
}
