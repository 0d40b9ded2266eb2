import { updateChatSettings, type ChatSettingsChange } from '../helix/chat-settings.ts';
import type { Command } from './command.ts';
import { parseDuration } from './duration.ts';

const longestFollowMinutes = 129_600;

/** The modes of a chat, each with what ends it. */
export const chatModeCommands: readonly Command[] = [
	mode('slow', '[3-120]', slowSettings),
	mode('slowoff', '', () => ({ slow_mode: false })),
	mode('followers', '[10m]', followerSettings),
	mode('followersoff', '', () => ({ follower_mode: false })),
	mode('subscribers', '', () => ({ subscriber_mode: true })),
	mode('subscribersoff', '', () => ({ subscriber_mode: false })),
	mode('emoteonly', '', () => ({ emote_mode: true })),
	mode('emoteonlyoff', '', () => ({ emote_mode: false })),
	mode('uniquechat', '', () => ({ unique_chat_mode: true })),
	mode('uniquechatoff', '', () => ({ unique_chat_mode: false }))
];

function mode(name: string, usage: string, parse: (words: string) => ChatSettingsChange | undefined): Command {
	return {
		name,
		usage,
		parse(words) {
			const change = usage === '' && words ? undefined : parse(words);
			return change && (({ helix, broadcasterId }) => updateChatSettings(helix, broadcasterId, change));
		}
	};
}

function slowSettings(words: string): ChatSettingsChange | undefined {
	const seconds = words ? parseDuration(words) : 30;
	if (seconds === undefined || seconds < 3 || seconds > 120) return undefined;
	return { slow_mode: true, slow_mode_wait_time: seconds };
}

function followerSettings(words: string): ChatSettingsChange | undefined {
	const seconds = words ? parseDuration(words, 'm') : 0;
	if (seconds === undefined || seconds > longestFollowMinutes * 60) return undefined;
	return { follower_mode: true, follower_mode_duration: Math.ceil(seconds / 60) };
}
