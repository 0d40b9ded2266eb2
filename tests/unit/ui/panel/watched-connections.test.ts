import { expect, test } from 'vitest';
import type { ConnectionStatus } from '#lib/model/connection-status.ts';
import { watchedChats, watchedEvents } from '#lib/ui/panel/watched-connections.ts';

const read = (status: Omit<ConnectionStatus, 'identity'>) => {
	const channel = { platform: 'twitch', key: 'pool' };
	const live = { channel, status: { ...status, identity: 'anonymous' as const }, canSend: false, canReply: false };
	return watchedChats([live], [])[0]?.state;
};

test('a chat is lost while it waits for the network, and not when something else keeps it away', () => {
	expect(read({ state: 'connected' })).toBe('connected');
	expect(read({ state: 'waiting', problem: 'network' })).toBe('lost');
	expect(read({ state: 'connecting', problem: 'network' })).toBe('lost');
	expect(read({ state: 'connecting' })).toBe('pending');
	expect(read({ state: 'waiting', problem: 'channel_not_found' })).toBe('closed');
	expect(read({ state: 'closed' })).toBe('closed');
});

test('the events of the stream are a connection too', () => {
	expect(watchedEvents('live').state).toBe('connected');
	expect(watchedEvents('reconnecting').state).toBe('lost');
});
