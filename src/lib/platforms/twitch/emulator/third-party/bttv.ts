import type { ThirdPartyEmote } from './emotes.ts';

const userPattern = /^3\/cached\/users\/twitch\/(\d+)$/;

/** What BetterTTV answers at a path. @see https://betterttv.com/developers/api */
export function answerBttv(path: string, all: readonly ThirdPartyEmote[]): unknown {
	const emotes = all.filter(({ service }) => service === 'bttv');
	if (path === '3/cached/emotes/global')
		return emotes.filter(({ channelId }) => channelId === undefined).map(formatBttvEmote);
	const channelId = userPattern.exec(path)?.[1];
	const own = emotes.filter((emote) => channelId !== undefined && emote.channelId === channelId);
	if (own.length === 0) return undefined;
	const [first, ...others] = own.map(formatBttvEmote);
	const shared = others.map((emote) => ({ ...emote, user: { id: 'a1', name: 'somebody', displayName: 'Somebody' } }));
	return { id: 'b2', bots: [], avatar: '', channelEmotes: [first], sharedEmotes: shared };
}

/** An entry of a list. */
export function formatBttvEmote({ id, name }: ThirdPartyEmote) {
	return { id, code: name, imageType: 'png', animated: false, userId: 'a1' };
}
