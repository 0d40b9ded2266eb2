import { expect, test } from 'vitest';
import type { NoticeKind } from '#lib/model/chat.ts';
import type { FeedEntry } from '#lib/state/feed-entry.ts';
import { isShownOnStream } from '#lib/ui/overlays/overlay-filter.ts';

const channel = { platform: 'twitch', key: 'otter' };
const everything = { hideCommands: false, hideBots: false };

function message(login: string, text: string): FeedEntry {
	return {
		key: '1',
		at: 0,
		type: 'message',
		message: {
			id: '1',
			channel,
			author: { userId: '1', login, displayName: login, badges: [], roles: [] },
			text,
			fragments: [{ type: 'text', text }],
			sentAt: 0,
			action: false,
			firstMessage: false,
			highlighted: false
		}
	};
}

function notice(kind: NoticeKind): FeedEntry {
	return {
		key: '1',
		at: 0,
		type: 'notice',
		notice: { id: '1', channel, kind, systemText: '', fragments: [], sentAt: 0 }
	};
}

test('commands are shown unless the address hides them', () => {
	expect(isShownOnStream(message('seal', '!uptime'), everything)).toBe(true);
	expect(isShownOnStream(message('seal', '!uptime'), { ...everything, hideCommands: true })).toBe(false);
	expect(isShownOnStream(message('seal', 'wow!'), { ...everything, hideCommands: true })).toBe(true);
});

test('known bots are hidden only when the address asks for it', () => {
	expect(isShownOnStream(message('nightbot', 'hello'), everything)).toBe(true);
	expect(isShownOnStream(message('Nightbot', 'hello'), { ...everything, hideBots: true })).toBe(false);
});

test('the audience sees raids and not who came in or what may be missing', () => {
	const gap: FeedEntry = { key: 'g', at: 0, type: 'gap', gap: { id: 'g', channel, from: 0, to: 1 } };

	expect(isShownOnStream(notice('raid'), everything)).toBe(true);
	expect(isShownOnStream(notice('arrival'), everything)).toBe(false);
	expect(isShownOnStream(gap, everything)).toBe(false);
});
