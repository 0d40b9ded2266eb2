import { parseIrcMessage } from '#lib/platforms/twitch/irc.ts';

const mostLines = 800;
const keptCommands: ReadonlySet<string> = new Set([
	...['PRIVMSG', 'CLEARCHAT', 'CLEARMSG', 'USERNOTICE', 'NOTICE', 'ROOMSTATE']
]);

interface KeptLine {
	readonly receivedAt: number;
	readonly command: string;
	readonly id: string;
	readonly userId: string;
	readonly text: string;
	deleted: boolean;
}

/** What to leave out of an answer, and how much of it to give. */
export interface KeptLinesQuery {
	readonly limit: number;
	/** Epoch ms of receipt, both exclusive. */
	readonly after: number;
	readonly before: number;
	readonly hideModerationMessages: boolean;
	readonly hideModeratedMessages: boolean;
}

/** The newest lines of one channel, with what was taken back marked. */
export class KeptLines {
	#lines: KeptLine[] = [];

	/** Keeps a line if it is of a kind that the service keeps. */
	add(line: string, receivedAt: number): void {
		const message = parseIrcMessage(line);
		if (!message || !keptCommands.has(message.command)) return;
		const { command, tags, params } = message;
		this.#takeBack(
			command,
			tags.get('target-msg-id'),
			params[1] === undefined ? undefined : tags.get('target-user-id')
		);
		const kept = { receivedAt, command, id: tags.get('id') ?? '', userId: tags.get('user-id') ?? '' };
		this.#lines = [...this.#lines, { ...kept, text: line, deleted: false }].slice(-mostLines);
	}

	/** Raw lines with the service's own tags, oldest first. */
	list(query: KeptLinesQuery): readonly string[] {
		return this.#lines
			.filter(({ receivedAt }) => receivedAt > query.after && receivedAt < query.before)
			.filter(({ command }) => !(query.hideModerationMessages && /^CLEAR/.test(command)))
			.filter(({ deleted }) => !(query.hideModeratedMessages && deleted))
			.slice(-query.limit)
			.map(formatKept);
	}

	/** CLEARCHAT without an account takes back everything. */
	#takeBack(command: string, messageId: string | undefined, userId: string | undefined): void {
		for (const line of this.#lines) {
			if (line.command !== 'PRIVMSG') continue;
			if (command === 'CLEARMSG' && line.id === messageId) line.deleted = true;
			if (command === 'CLEARCHAT' && (userId === undefined || line.userId === userId)) line.deleted = true;
		}
	}
}

function formatKept({ text, receivedAt, deleted }: KeptLine): string {
	const tags = `historical=1;rm-received-ts=${receivedAt}${deleted ? ';rm-deleted=1' : ''}`;
	return text.startsWith('@') ? `@${tags};${text.slice(1)}` : `@${tags} ${text}`;
}
