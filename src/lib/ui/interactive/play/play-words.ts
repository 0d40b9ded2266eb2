import { m } from '#lib/paraglide/messages.js';
import type { ParticipantPhase } from '#lib/interactive/participant/participant-client.ts';

/** What a page without a board says. */
export type PlayStateName = Exclude<ParticipantPhase['type'], 'inside' | 'waiting'> | 'waiting' | 'ended' | 'offline';

/** The words of one state, and whether something is on its way. */
export interface PlayWords {
	readonly title: string;
	readonly text: string;
	readonly waits: boolean;
}

/** What is said where there is no board to show. */
export function playWords(state: PlayStateName, channel: string): PlayWords {
	switch (state) {
		case 'joining':
			return { title: m.play_joining(), text: '', waits: true };
		case 'unknown-channel':
			return { title: m.play_unknown(), text: m.play_unknown_text(), waits: false };
		case 'waiting':
			return { title: m.play_waiting(), text: m.play_waiting_text({ channel }), waits: true };
		case 'ended':
			return { title: m.play_ended(), text: m.play_ended_text({ channel }), waits: true };
		case 'lost':
			return { title: m.play_lost(), text: m.play_lost_text(), waits: true };
		case 'offline':
			return { title: m.play_offline(), text: m.play_offline_text(), waits: true };
		case 'full':
			return { title: m.play_full(), text: m.play_full_text(), waits: true };
		case 'banned':
			return { title: m.play_banned(), text: m.play_banned_text(), waits: false };
		case 'kicked':
			return { title: m.play_kicked(), text: m.play_kicked_text(), waits: false };
		default:
			return state satisfies never;
	}
}
