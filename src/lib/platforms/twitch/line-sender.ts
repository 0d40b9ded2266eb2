import { AuthorizationError } from '#lib/model/errors.ts';
import type { SendOptions } from '../chat-connection.ts';
import type { ChatOptions, Credentials } from '../platform.ts';
import { decodeAuthor } from './chat-author.ts';
import type { Helix } from './helix/request.ts';
import type { IrcMessage } from './irc.ts';
import type { Outbox } from './outbox.ts';
import { replyParentId, toSendableLine } from './own-message.ts';
import type { SendQueue } from './send-queue.ts';

const helixScope = 'user:write:chat';
const privilegedRoles: ReadonlySet<string> = new Set(['broadcaster', 'moderator', 'vip']);

/** As whom and where to write now. */
export interface Writer {
	readonly credentials: Credentials;
	/** Writes a line to the IRC session. */
	write(line: string): void;
}

/** What a sender shares with its connection. */
export interface LineSenderOptions {
	readonly queue: SendQueue;
	readonly outbox: Outbox;
	/** Throws what keeps the account from writing. */
	readonly findWriter: () => Writer;
	readonly createId: () => string;
}

/** Sends the lines of one channel: through Helix, which tells why one was dropped, or IRC where only that is allowed. */
export class LineSender {
	readonly #chat: ChatOptions;
	readonly #options: LineSenderOptions;
	#roomId: string | undefined;
	#privileged = false;

	constructor(chat: ChatOptions, options: LineSenderOptions) {
		this.#chat = chat;
		this.#options = options;
	}

	/** Reads from USERSTATE and ROOMSTATE what the account is in the channel, and the channel's id. */
	readState({ command, tags }: IrcMessage): void {
		if (command === 'ROOMSTATE') this.#roomId = tags.get('room-id') || this.#roomId;
		if (command === 'USERSTATE')
			this.#privileged = decodeAuthor(tags, '').roles.some((role) => privilegedRoles.has(role));
	}

	/** As `ChatConnection.send`. */
	async send(text: string, options: SendOptions = {}): Promise<void> {
		const line = toSendableLine(text);
		this.#options.findWriter();
		if (isCommand(line)) return this.#runCommand(line);
		const turn = { ...options, channelKey: this.#chat.channelKey, privileged: () => this.#privileged };
		return this.#options.queue.run(turn, () => this.#sendLine(line, options));
	}

	async #sendLine(line: string, options: SendOptions): Promise<void> {
		const { credentials } = this.#options.findWriter();
		if (this.#roomId === undefined || !credentials.scopes?.includes(helixScope)) return this.#sendByIrc(line, options);
		try {
			await this.#sendByHelix(line, this.#roomId, options);
		} catch (error) {
			if (!(error instanceof AuthorizationError && error.code === 'scope_missing')) throw error;
			await this.#sendByIrc(line, options);
		}
	}

	async #sendByHelix(text: string, broadcasterId: string, { replyTo }: SendOptions): Promise<void> {
		const { sendChatMessage } = await import('./helix/chat-messages.ts');
		const parent = replyTo && { replyParentId: replyParentId(replyTo) };
		await sendChatMessage(this.#helix(), { broadcasterId, text, ...parent });
	}

	async #sendByIrc(line: string, { replyTo }: SendOptions): Promise<void> {
		const { write } = this.#options.findWriter();
		const nonce = this.#options.createId();
		const replyTag = replyTo ? `;reply-parent-msg-id=${replyParentId(replyTo)}` : '';
		const answer = this.#options.outbox.wait(nonce, line, replyTo);
		write(`@client-nonce=${nonce}${replyTag} PRIVMSG #${this.#chat.channelKey} :${line}`);
		await answer;
	}

	async #runCommand(line: string): Promise<void> {
		const { runCommand } = await import('./commands/run-command.ts');
		await runCommand(line, { helix: this.#helix(), broadcasterId: this.#roomId ?? '' });
	}

	#helix(): Helix {
		const { config, environment } = this.#chat;
		return { credentials: this.#options.findWriter().credentials, config, environment };
	}
}

/** Whether a line is a command to carry out; `/me` is a way of writing. */
function isCommand(line: string): boolean {
	return line.startsWith('/') && !/^\/me(?: |$)/i.test(line);
}
