import { expect, test } from 'vitest';
import type { ChatMessage } from '#lib/model/chat.ts';
import type { FeedEntry } from '#lib/state/feed-entry.ts';
import { chatNames } from '#lib/ui/chat/chat-names.ts';

const pool = { platform: 'twitch', key: 'pool' } as const;

function entry(login: string, displayName: string, emotes: readonly string[] = [], key = 'pool'): FeedEntry {
	const message: ChatMessage = {
		id: login,
		channel: { ...pool, key },
		author: { userId: login, login, displayName, badges: [], roles: [] },
		text: '',
		fragments: emotes.map((name) => ({ type: 'emote', text: name, emote: { provider: 'twitch', id: '25', name } })),
		sentAt: 0,
		action: false,
		firstMessage: false,
		highlighted: false
	};
	return { type: 'message', key: login, at: 0, message };
}

test('the newest names come first, each once, and only of the channel', () => {
	const entries = [
		entry('ada', 'Ada', ['Kappa']),
		entry('bo', 'Bo', ['LUL']),
		entry('elsewhere', 'Elsewhere', ['PogChamp'], 'sea'),
		entry('ada', 'Ada', ['Kappa'])
	];

	expect(chatNames(entries, pool)).toEqual({ chatters: ['Ada', 'Bo'], emotes: ['Kappa', 'LUL'] });
});

test('a name that Twitch would not link is completed by its login', () => {
	expect(chatNames([entry('umi', '海')], pool).chatters).toEqual(['umi']);
});
