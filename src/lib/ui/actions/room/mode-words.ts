import { m } from '#lib/paraglide/messages.js';
import type { ChatModes } from '#lib/platforms/twitch/helix/chat-settings.ts';
import { spanText } from '#lib/ui/chat/span-text.ts';

/** The modes that are on, in a few words; that none is, too. */
export function modeWords(modes: ChatModes): string {
	const on = [
		modes.slowSeconds > 0 && m.room_slow_short({ span: spanText(modes.slowSeconds) }),
		modes.followersOnlyMinutes >= 0 && followersWords(modes.followersOnlyMinutes),
		modes.subscribersOnly && m.room_subscribers_short(),
		modes.emoteOnly && m.room_emotes_short(),
		modes.uniqueChat && m.room_unique_short(),
		(modes.delaySeconds ?? 0) > 0 && m.room_delay_short({ span: spanText(modes.delaySeconds ?? 0) })
	].filter((words) => words !== false);
	return on.length === 0 ? m.room_modes_open() : on.join(', ');
}

function followersWords(minutes: number): string {
	return minutes === 0 ? m.room_followers_any() : m.room_followers_short({ span: spanText(minutes * 60) });
}
