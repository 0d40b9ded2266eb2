import type { ChatMessage } from '#lib/model/chat.ts';
import { AuthorizationError, ConnectionError } from '#lib/model/errors.ts';
import type { SendOptions } from '../chat-connection.ts';
import type { ChatOptions, Credentials } from '../platform.ts';
import { decodeAuthor } from './chat-author.ts';
import { sendChatMessage } from './helix/chat-messages.ts';
import type { Helix } from './helix/request.ts';
import type { IrcMessage } from './irc.ts';
import { Outbox } from './outbox.ts';
import { ownMessage, replyParentId, toSendableLine } from './own-message.ts';
import { sendQueueOf } from './send-queue.ts';

const helixScope = 'user:write:chat';
const privilegedRoles: ReadonlySet<string> = new Set(['broadcaster', 'moderator', 'vip']);

/** As whom and where to write now. */
export interface Writer {
	readonly credentials: Credentials;
	/** The channel's id, once Twitch told it. */
	readonly roomId: string | undefined;
	/** Writes a line to the IRC session. */
	write(line: string): void;
}

/** What a sender shares with its connection. */
export interface LineSenderOptions {
	/** Throws what keeps the account from writing. */
	readonly findWriter: () => Writer;
	/** The newest USERSTATE, which tells what the account is in the channel. */
	readonly userState: () => IrcMessage | undefined;
	readonly createId: () => string;
}

/** Sends the lines of one channel: through Helix, which tells why one was dropped, or IRC where only that is allowed. */
export class LineSender {
	readonly #chat: ChatOptions;
	readonly #options: LineSenderOptions;
	readonly #outbox: Outbox;

	constructor(chat: ChatOptions, options: LineSenderOptions) {
		this.#chat = chat;
		this.#options = options;
		this.#outbox = new Outbox(chat.environment);
	}

	/** Takes the line that a USERSTATE confirms as sent, if it confirms one, and shows it before its sender is told. */
	confirm(line: IrcMessage, show: (message: ChatMessage) => void): void {
		const sent = this.#outbox.confirm(line);
		const identity = this.#chat.credentials()?.identity;
		if (!sent) return;
		const sentAt = this.#chat.environment.clock.now();
		const channel = { platform: 'twitch', key: this.#chat.channelKey } as const;
		if (identity) show(ownMessage({ ...sent, tags: line.tags, identity, sentAt }, channel));
		sent.resolve();
	}

	/** Takes a NOTICE as the refusal of a line, if it can be one. */
	refuse(line: IrcMessage): boolean {
		return this.#outbox.refuse(line);
	}

	/** Gives up on every line: the connection is gone and nobody knows which arrived. */
	abandon(): void {
		this.#outbox.abandon();
	}

	/** As `ChatConnection.send`. */
	async send(text: string, options: SendOptions = {}): Promise<void> {
		const line = toSendableLine(text);
		const { credentials } = this.#options.findWriter();
		if (isCommand(line)) return this.#runCommand(line);
		if (options.as === 'bot') return this.#sendAsBot(line, options);
		const turn = { ...options, channelKey: this.#chat.channelKey, privileged: () => this.#isPrivileged() };
		const queue = sendQueueOf(this.#chat.environment, credentials.identity.userId, this.#chat.sentTimes);
		return queue.run(turn, () => this.#sendLine(line, options));
	}

	/** The bot is not in IRC: Helix alone speaks as it, and at everybody's pace, since nothing tells what the bot is here. */
	async #sendAsBot(line: string, options: SendOptions): Promise<void> {
		const { config, environment, channelKey, botCredentials, sentTimes } = this.#chat;
		const credentials = botCredentials?.();
		if (!credentials) throw new AuthorizationError('not_connected', 'No bot account is connected.');
		const turn = { ...options, channelKey, privileged: () => false };
		await sendQueueOf(environment, credentials.identity.userId, sentTimes).run(turn, async () => {
			const { roomId } = this.#options.findWriter();
			if (roomId === undefined)
				throw new ConnectionError('not_connected', 'It is not known yet which channel this is.');
			await this.#sendByHelix({ credentials, config, environment }, line, { roomId, ...options });
		});
	}

	async #sendLine(line: string, options: SendOptions): Promise<void> {
		const { credentials, roomId } = this.#options.findWriter();
		if (roomId === undefined || !credentials.scopes?.includes(helixScope)) return this.#sendByIrc(line, options);
		try {
			await this.#sendByHelix(this.#helix(), line, { roomId, ...options });
		} catch (error) {
			if (!(error instanceof AuthorizationError && error.code === 'scope_missing')) throw error;
			await this.#sendByIrc(line, options);
		}
	}

	async #sendByHelix(
		helix: Helix,
		text: string,
		{ roomId, replyTo }: SendOptions & { readonly roomId: string }
	): Promise<void> {
		const parent = replyTo && { replyParentId: replyParentId(replyTo) };
		await sendChatMessage(helix, { broadcasterId: roomId, text, ...parent });
	}

	async #sendByIrc(line: string, { replyTo }: SendOptions): Promise<void> {
		const { write } = this.#options.findWriter();
		const nonce = this.#options.createId();
		const replyTag = replyTo ? `;reply-parent-msg-id=${replyParentId(replyTo)}` : '';
		const answer = this.#outbox.wait(nonce, line, replyTo);
		write(`@client-nonce=${nonce}${replyTag} PRIVMSG #${this.#chat.channelKey} :${line}`);
		await answer;
	}

	async #runCommand(line: string): Promise<void> {
		const { runCommand } = await import('./commands/run-command.ts');
		await runCommand(line, { helix: this.#helix(), broadcasterId: this.#options.findWriter().roomId ?? '' });
	}

	#isPrivileged(): boolean {
		const tags = this.#options.userState()?.tags;
		return tags !== undefined && decodeAuthor(tags, '').roles.some((role) => privilegedRoles.has(role));
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
