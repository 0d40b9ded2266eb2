import type { TwitchEmulator } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import type { Beat, Stage } from './population.ts';
import { twitchConversations, type TwitchLine } from './twitch-conversations.ts';

const shortNoticeLength = 40;

/** The chats of the emulated Twitch, as a place to talk in. */
export function createTwitchStage(twitch: TwitchEmulator): Stage {
	return {
		threads: twitchConversations.map((lines) => lines.map((line) => toBeat(twitch, line))),
		audience: () => twitch.joinedChannels()
	};
}

function toBeat(twitch: TwitchEmulator, line: TwitchLine): Beat {
	if ('notice' in line)
		return {
			length: shortNoticeLength,
			exciting: true,
			perform: (channel) => twitch.notice({ ...line.notice, channel })
		};
	const { login, text, answers = 0, redeems, ...flags } = line;
	return {
		length: text.length,
		exciting: line.bits !== undefined,
		perform(channel, earlier) {
			const messageId = answers > 0 ? earlier.at(-answers) : undefined;
			if (redeems !== undefined) twitch.redeem({ login, channel, rewardId: redeems, input: text });
			const spoken = line.bits === undefined ? text : `${text} Cheer${line.bits}`;
			return twitch.say({
				channel,
				login,
				text: spoken.replaceAll('{streamer}', displayNameOf(twitch, channel)),
				...flags,
				...(messageId !== undefined && { replyTo: { messageId } })
			});
		}
	};
}

function displayNameOf(twitch: TwitchEmulator, channel: string): string {
	return twitch.users.find(({ login }) => login === channel)?.displayName ?? channel;
}
