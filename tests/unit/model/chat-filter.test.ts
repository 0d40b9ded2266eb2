import { expect, test } from 'vitest';
import {
	createTextMatch,
	isFiltering,
	noFilter,
	noticePassesFilter,
	passesFilter,
	type ChatFilter
} from '#lib/model/chat-filter.ts';
import type { ChatMessage, ChatNotice, Role } from '#lib/model/chat.ts';

function message(
	text: string,
	{ login = 'otter', roles = [] as readonly Role[], platform = 'twitch' } = {}
): ChatMessage {
	return {
		id: '1',
		channel: { platform, key: 'pool' },
		author: { userId: '1', login, displayName: login, badges: [], roles },
		text,
		fragments: [{ type: 'text', text }],
		sentAt: 0,
		action: false,
		firstMessage: false,
		highlighted: false
	};
}

function passes(one: ChatMessage, change: Partial<ChatFilter>): boolean {
	const filter = { ...noFilter, ...change };
	return passesFilter(one, filter, createTextMatch(filter.text));
}

test('without a filter every message is shown', () => {
	expect(isFiltering(noFilter)).toBe(false);
	expect(passes(message('!hello', { login: 'nightbot' }), {})).toBe(true);
});

test('a platform can be left out', () => {
	expect(passes(message('hi', { platform: 'theta' }), { hiddenPlatforms: ['theta'] })).toBe(false);
	expect(passes(message('hi'), { hiddenPlatforms: ['theta'] })).toBe(true);
});

test.each([
	[[], 'subscriber', false],
	[['subscriber'], 'subscriber', true],
	[['subscriber'], 'vip', false],
	[['vip'], 'subscriber', true],
	[['vip'], 'moderator', false],
	[['moderator'], 'vip', true],
	[['broadcaster'], 'moderator', true]
] as const)('whoever is %j passes for the audience %s: %s', (roles, audience, shown) => {
	expect(passes(message('hi', { roles }), { audience })).toBe(shown);
});

test('a word is found in the text or the name, in any case', () => {
	expect(passes(message('Good GAME'), { text: 'game' })).toBe(true);
	expect(passes(message('hi', { login: 'GameFan' }), { text: 'game' })).toBe(true);
	expect(passes(message('hi'), { text: 'game' })).toBe(false);
});

test('bots and commands are hidden only when that is wished', () => {
	expect(passes(message('hi', { login: 'Nightbot' }), { hideBots: true })).toBe(false);
	expect(passes(message('!uptime'), { hideCommands: true })).toBe(false);
	expect(passes(message('wow!'), { hideCommands: true })).toBe(true);
});

test('what happens on the channel is shown to every audience, and still by its words and platform', () => {
	const raid: ChatNotice = {
		id: '1',
		channel: { platform: 'twitch', key: 'pool' },
		kind: 'raid',
		systemText: '15 raiders from Seal',
		fragments: [],
		sentAt: 0
	};
	const shows = (change: Partial<ChatFilter>) => {
		const filter = { ...noFilter, ...change };
		return noticePassesFilter(raid, filter, createTextMatch(filter.text));
	};

	expect(shows({ audience: 'moderator' })).toBe(true);
	expect(shows({ text: 'raiders' })).toBe(true);
	expect(shows({ text: 'gift' })).toBe(false);
	expect(shows({ hiddenPlatforms: ['twitch'] })).toBe(false);
});

test('a channel can be left out, and what a shared chat brings from others', () => {
	const foreign = { ...message('hi'), source: { channelId: '7', messageId: 'a', foreign: true } };
	const own = { ...foreign, source: { ...foreign.source, foreign: false } };

	expect(passes(message('hi'), { hiddenChannels: ['twitch:pool'] })).toBe(false);
	expect(passes(message('hi'), { hiddenChannels: ['theta:pool', 'twitch:poo'] })).toBe(true);
	expect(passes(foreign, { hideShared: true })).toBe(false);
	expect(passes(own, { hideShared: true })).toBe(true);
	expect(passes(foreign, {})).toBe(true);
	expect(isFiltering({ ...noFilter, hideShared: true })).toBe(true);
	expect(isFiltering({ ...noFilter, hiddenChannels: ['twitch:pool'] })).toBe(true);
});
