import type { IrcMessage } from '#lib/platforms/twitch/irc.ts';
import type { IrcConnection } from './irc-connection.ts';
import type { OutgoingLine } from './outgoing-line.ts';

const capabilities = ['twitch.tv/tags', 'twitch.tv/commands', 'twitch.tv/membership'] as const;

/** What a client may ask for. @see https://dev.twitch.tv/docs/chat/irc/#supported-capabilities */
export type Capability = (typeof capabilities)[number];

/** Answers CAP; a request is taken as a whole or not at all, and tags need commands. */
export function negotiate(connection: IrcConnection, message: IrcMessage): readonly OutgoingLine[] {
	const [subcommand = '', ...rest] = message.params;
	const list = rest.join(' ').trim();
	switch (subcommand.toUpperCase()) {
		case 'LS':
			return [capLine('LS', capabilities.join(' '))];
		case 'REQ': {
			const asked = list.split(' ').filter((name) => name !== '');
			const known = capabilities.filter((name) => asked.includes(name));
			const held = new Set<Capability>([...connection.capabilities, ...known]);
			const orphaned = held.has('twitch.tv/tags') && !held.has('twitch.tv/commands');
			if (asked.length === 0 || known.length < new Set(asked).size || orphaned) return [capLine('NAK', list)];
			for (const name of known) connection.capabilities.add(name);
			return [capLine('ACK', list)];
		}
		case 'END':
			return [];
		default:
			return [{ command: '410', params: ['*'], text: 'Invalid CAP command' }];
	}
}

function capLine(answer: 'LS' | 'ACK' | 'NAK', list: string): OutgoingLine {
	return { command: 'CAP', params: ['*', answer], text: list };
}
