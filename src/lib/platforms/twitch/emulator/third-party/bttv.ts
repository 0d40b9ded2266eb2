import { thirdPartyEmotes, type ThirdPartyEmote } from './emotes.ts';

const userPattern = /^3\/cached\/users\/twitch\/(\d+)$/;

/** What BetterTTV answers at a path. @see https://betterttv.com/developers/api */
export function answerBttv(path: string): unknown {
	if (path === '3/cached/emotes/global') return emotesOf(undefined).map(formatEmote);
	const channelId = userPattern.exec(path)?.[1];
	const emotes = channelId === undefined ? [] : emotesOf(channelId);
	if (emotes.length === 0) return undefined;
	const [first, ...others] = emotes.map(formatEmote);
	const shared = others.map((emote) => ({ ...emote, user: { id: 'a1', name: 'somebody', displayName: 'Somebody' } }));
	return { id: 'b2', bots: [], avatar: '', channelEmotes: [first], sharedEmotes: shared };
}

function emotesOf(channelId: string | undefined): readonly ThirdPartyEmote[] {
	return thirdPartyEmotes.filter((emote) => emote.service === 'bttv' && emote.channelId === channelId);
}

function formatEmote({ id, name }: ThirdPartyEmote) {
	return { id, code: name, imageType: 'png', animated: false, userId: 'a1' };
}
