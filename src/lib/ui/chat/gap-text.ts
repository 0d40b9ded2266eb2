import type { ChatGap } from '#lib/model/chat.ts';
import { m } from '#lib/paraglide/messages.js';

/** Says how much of a chat may be missing, in seconds up to two minutes, then in minutes and hours. */
export function gapText({ from, to }: Pick<ChatGap, 'from' | 'to'>): string {
	return m.chat_gap({ duration: durationText(Math.max(1, Math.round((to - from) / 1000))) });
}

function durationText(seconds: number): string {
	if (seconds < 120) return m.duration_seconds({ count: seconds });
	const minutes = Math.round(seconds / 60);
	return minutes < 120 ? m.duration_minutes({ count: minutes }) : m.duration_hours({ count: Math.round(minutes / 60) });
}
