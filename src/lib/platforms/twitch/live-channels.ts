import type { FoundChannel } from '#lib/model/found-channel.ts';
import { requestFollowedStreams } from './helix/followed-streams.ts';
import type { Helix } from './helix/request.ts';
import { requestStreams, type LiveStream } from './helix/streams.ts';

/** Gives the channels on the air that the account follows, then those of the ones named that it does not. */
export async function* listLiveChannels(helix: Helix, userIds: readonly string[]): AsyncGenerator<FoundChannel, void> {
	const others = new Set(userIds);
	for await (const stream of requestFollowedStreams(helix)) {
		others.delete(stream.person.userId);
		yield toFoundChannel(stream);
	}
	if (others.size > 0) yield* (await requestStreams(helix, [...others])).map(toFoundChannel);
}

function toFoundChannel({ person, title, category, viewers }: LiveStream): FoundChannel {
	return { person, live: true, title, category: category?.name ?? '', viewers };
}
