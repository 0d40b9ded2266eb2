import { expect, test } from 'vitest';
import type { ConnectionProblem, ConnectionStatus } from '#lib/model/connection-status.ts';
import { statusText, statusTone } from '#lib/ui/chat/status-text.ts';

const channel = { platform: 'twitch', key: 'otter' };
const problems: readonly ConnectionProblem[] = [
	'network',
	'authorization',
	'channel_not_found',
	'channel_suspended',
	'banned',
	'key_missing',
	'key_refused',
	'platform_trouble'
];

function status(change: Partial<ConnectionStatus>): ConnectionStatus {
	return { state: 'connected', identity: 'anonymous', ...change };
}

test('a reconnecting chat says so without technical words', () => {
	const waiting = status({ state: 'waiting', problem: 'network', detail: 'socket closed (1006)' });

	expect(statusText(channel, waiting)).toBe('Reconnecting to Twitch chat');
	expect(statusTone(waiting)).toBe('busy');
});

test('a wait for anything but the network gives its reason', () => {
	const waiting = status({ state: 'waiting', problem: 'channel_not_found' });

	expect(statusText(channel, waiting)).toBe('There is no Twitch channel called otter.');
	expect(statusTone(waiting)).toBe('trouble');
});

test('every problem that stops a chat has a sentence of its own', () => {
	const sentences = problems.map((problem) => statusText(channel, status({ state: 'stopped', problem })));

	expect(new Set(sentences).size).toBe(problems.length);
	expect(sentences.join()).not.toMatch(/undefined|_/);
});

test('a chat that reads on without the account is not silent about it', () => {
	const reading = status({ state: 'connected', problem: 'authorization' });

	expect(statusTone(reading)).toBe('trouble');
	expect(statusText(channel, reading)).toContain('Twitch ended your sign-in');
});

test('a connected chat needs no words', () => {
	expect(statusTone(status({}))).toBe('fine');
});
