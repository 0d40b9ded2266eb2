import { manifests } from '#lib/platforms/manifests.ts';
import type { Viewer } from './chatter.ts';

/** Where a viewer's public page is; absent where no address can be made of what is known. */
export function profileUrl({ channel, author }: Viewer): string | undefined {
	if (channel.platform !== 'twitch') return undefined;
	const login = manifests.twitch.parseChannelKey(author.login);
	return login === author.login ? `https://www.twitch.tv/${login}` : undefined;
}
