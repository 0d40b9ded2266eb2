import type { EmoteDrawing } from '../images/emote-drawing.ts';

/** An emote of a service that is not Twitch's. */
export interface ThirdPartyEmote {
	readonly service: 'bttv' | 'ffz' | '7tv';
	readonly id: string;
	readonly name: string;
	/** The user ID of the channel that uses it; absent for a global emote. */
	readonly channelId?: string;
	/** Laid over the emote before it. */
	readonly overlaid?: boolean;
	readonly drawing: EmoteDrawing;
}

/** What a streamer does to an emote of their channel: without `old` it is new, without `next` it is gone. */
export type EmoteEdit =
	| { readonly old?: ThirdPartyEmote; readonly next: ThirdPartyEmote }
	| { readonly old: ThirdPartyEmote; readonly next?: undefined };

const tidalkit = '100001';

/** Every emote of the third parties. */
export const thirdPartyEmotes: readonly ThirdPartyEmote[] = [
	{
		service: 'bttv',
		id: '5b1f2c0a9d3e4f5061728394',
		name: 'tideNod',
		drawing: { shape: 'round', fill: '#7fd1ae', eyes: 'closed', mouth: 'smile' }
	},
	{
		service: 'bttv',
		id: '5b1f2c0a9d3e4f5061728395',
		name: 'SoSnowy',
		overlaid: true,
		drawing: { shape: 'star', fill: '#e8f4ff' }
	},
	{
		service: 'bttv',
		id: '5b1f2c0a9d3e4f5061728396',
		name: 'gullScream',
		channelId: tidalkit,
		drawing: { shape: 'drop', fill: '#f4f4f4', eyes: 'wide', mouth: 'open' }
	},
	{
		service: 'ffz',
		id: '720507',
		name: 'dockYes',
		drawing: { shape: 'square', fill: '#b9e769', eyes: 'dots', mouth: 'smile' }
	},
	{
		service: 'ffz',
		id: '720508',
		name: 'crabWave',
		channelId: tidalkit,
		drawing: { shape: 'round', fill: '#ef6f6c', eyes: 'dots', mouth: 'smile', accent: 'hand' }
	},
	{
		service: '7tv',
		id: '01HTIDE0000000000000000001',
		name: 'buoyBob',
		drawing: { shape: 'lantern', fill: '#f79256', eyes: 'dots', mouth: 'smile' }
	},
	{
		service: '7tv',
		id: '01HTIDE0000000000000000002',
		name: 'RainTime',
		overlaid: true,
		drawing: { shape: 'drop', fill: '#7cc6fe' }
	},
	{
		service: '7tv',
		id: '01HTIDE0000000000000000003',
		name: 'otterHype',
		channelId: tidalkit,
		drawing: { shape: 'round', fill: '#a47148', eyes: 'wide', mouth: 'laugh' }
	}
];
