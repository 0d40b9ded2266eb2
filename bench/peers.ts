import type { LineFields } from './line-fields.ts';

/** Another parser; both ways of reading a line give what a chat line needs. */
export interface Peer {
	readonly name: string;
	/** The fields as they stand in the line. */
	readonly read: (line: string) => LineFields;
	/** The fields in the shapes that it hands to its user; absent where it stops at the line. */
	readonly decode?: (line: string) => LineFields;
}

type Tags = Readonly<Record<string, unknown>>;

interface RawMessage {
	readonly tags: Tags;
	readonly params: readonly string[];
}

/** The peers that are installed; none without `npm --prefix bench ci`. */
export async function loadPeers(): Promise<readonly Peer[]> {
	const peers = await Promise.all([loadTmi(), loadIrcMessage(), loadTwurple(), loadDank()]);
	return peers.filter((peer) => peer !== undefined);
}

async function loadTmi(): Promise<Peer | undefined> {
	const parser = await load<{ msg(line: string): RawMessage }>('tmi.js/lib/parser.js');
	const tmi = await load<{ Client: new (options: object) => TmiClient }>('tmi.js');
	if (!parser || !tmi) return undefined;
	const client = new tmi.Client({ options: { debug: false } });
	let told: LineFields | undefined;
	client.on('message', (_channel, tags, text) => {
		told = rawFields({ tags, params: ['', text] });
	});
	return {
		name: 'tmi.js',
		read: (line) => rawFields(parser.msg(line)),
		decode: (line) => {
			client.handleMessage(parser.msg(line));
			if (!told) throw new Error('tmi.js told nothing.');
			return told;
		}
	};
}

interface TmiClient {
	on(event: 'message', listener: (channel: string, tags: Tags, text: string) => void): void;
	handleMessage(message: RawMessage): void;
}

async function loadIrcMessage(): Promise<Peer | undefined> {
	const module = await load<{ parse(line: string): RawMessage }>('irc-message');
	return module && { name: 'irc-message', read: (line) => rawFields(module.parse(line)) };
}

async function loadTwurple(): Promise<Peer | undefined> {
	const module = await load<{ parseTwitchMessage(line: string): TwurpleMessage }>('@twurple/chat');
	if (!module) return undefined;
	return {
		name: '@twurple/chat',
		read: (line) => {
			const { tags, text } = module.parseTwitchMessage(line);
			return {
				id: tags.get('id'),
				userId: tags.get('user-id'),
				name: tags.get('display-name'),
				color: tags.get('color'),
				badges: tags.get('badges'),
				emotes: tags.get('emotes'),
				text
			};
		},
		decode: (line) => {
			const { id, userInfo, emoteOffsets, text } = module.parseTwitchMessage(line);
			const { userId, displayName, color, badges } = userInfo;
			return { id, userId, name: displayName, color, badges, emotes: emoteOffsets, text };
		}
	};
}

interface TwurpleMessage {
	readonly tags: ReadonlyMap<string, string>;
	readonly id: string;
	readonly text: string;
	readonly emoteOffsets: unknown;
	readonly userInfo: Readonly<Record<'userId' | 'displayName' | 'color' | 'badges', unknown>>;
}

async function loadDank(): Promise<Peer | undefined> {
	const module = await load<DankModule>('dank-twitch-irc');
	if (!module) return undefined;
	return {
		name: 'dank-twitch-irc',
		read: (line) => {
			const { ircTags, ircParameters } = module.parseIRCMessage(line);
			return rawFields({ tags: ircTags, params: ircParameters });
		},
		decode: (line) => {
			const message = module.parseTwitchMessage(line);
			const { messageID, senderUserID, displayName, color, badges, emotes, messageText } = message;
			return { id: messageID, userId: senderUserID, name: displayName, color, badges, emotes, text: messageText };
		}
	};
}

interface DankModule {
	parseIRCMessage(line: string): { readonly ircTags: Tags; readonly ircParameters: readonly string[] };
	parseTwitchMessage(
		line: string
	): Readonly<
		Record<'messageID' | 'senderUserID' | 'displayName' | 'color' | 'badges' | 'emotes' | 'messageText', unknown>
	>;
}

function rawFields({ tags, params }: RawMessage): LineFields {
	return {
		id: tags['id'],
		userId: tags['user-id'],
		name: tags['display-name'],
		color: tags['color'],
		badges: tags['badges'],
		emotes: tags['emotes'],
		text: params[1]
	};
}

/** A module of bench/node_modules, by what we use of it; not being installed is no failure. */
async function load<Module>(specifier: string): Promise<Module | undefined> {
	try {
		const module = (await import(specifier)) as Module & { readonly default?: Module };
		return module.default ?? module;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
		throw error;
	}
}
