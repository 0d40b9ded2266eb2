import { thirdPartyEmotes, type ThirdPartyEmote } from './emotes.ts';

const roomPattern = /^v1\/room\/id\/(\d+)$/;

const forbiddenEmote: ThirdPartyEmote = {
	service: 'ffz',
	id: '999',
	name: 'staffOnly',
	drawing: { shape: 'round', fill: '#000000' }
};

/** What FrankerFaceZ answers at a path; its global answer also holds sets that nobody may use. @see https://api.frankerfacez.com/docs/ */
export function answerFfz(path: string): unknown {
	if (path === 'v1/set/global') {
		return {
			default_sets: [3],
			sets: { '3': formatSet(3, undefined), '4330': { id: 4330, emoticons: [formatEmote(forbiddenEmote)] } }
		};
	}
	const channelId = roomPattern.exec(path)?.[1];
	if (channelId === undefined || emotesOf(channelId).length === 0) return undefined;
	const room = { _id: 1, twitch_id: Number(channelId), id: 'tidalkit', set: 77, display_name: 'TidalKit' };
	return { room, sets: { '77': formatSet(77, channelId) } };
}

function emotesOf(channelId: string | undefined): readonly ThirdPartyEmote[] {
	return thirdPartyEmotes.filter((emote) => emote.service === 'ffz' && emote.channelId === channelId);
}

function formatSet(id: number, channelId: string | undefined) {
	return { id, title: 'Emotes', emoticons: emotesOf(channelId).map(formatEmote) };
}

function formatEmote({ id, name }: ThirdPartyEmote) {
	const image = `//cdn.frankerfacez.com/emote/${id}`;
	return {
		id: Number(id),
		name,
		height: 28,
		width: 28,
		public: true,
		hidden: false,
		modifier: false,
		modifier_flags: 0,
		owner: { _id: 1, name: 'somebody', display_name: 'Somebody' },
		urls: { '1': `${image}/1`, '2': `${image}/2`, '4': `${image}/4` }
	};
}
