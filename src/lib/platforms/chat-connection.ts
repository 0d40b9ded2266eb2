import type { AccountRole } from '#lib/model/account.ts';
import type { ChannelRef } from '#lib/model/channel.ts';
import type { ChatEvent, ReplyParent, Role } from '#lib/model/chat.ts';
import type { ConnectionStatus } from '#lib/model/connection-status.ts';

/** What goes with a line that is sent. */
export interface SendOptions {
	/** Who speaks; absent: the streamer's own account, as which commands act in any case. */
	readonly as?: AccountRole;
	/** The message that the line answers. */
	readonly replyTo?: ReplyParent;
	/** Takes the line back while it waits for its turn; one that is on its way is sent. */
	readonly signal?: AbortSignal;
	/** Called when the line has to wait, so as not to exceed what the platform allows. */
	readonly onQueued?: () => void;
	/** Called when a line that waited is on its way. */
	readonly onSending?: () => void;
}

/** A command that can be written in place of a line. */
export interface CommandHint {
	/** Without its slash. */
	readonly name: string;
	/** What follows the name, such as `<name> [reason]`; empty where nothing does. */
	readonly usage: string;
}

/** A platform's chat of one channel; every platform keeps the promises of tests/contract/chat-connection. */
export interface ChatConnection {
	readonly channel: ChannelRef;
	readonly status: ConnectionStatus;
	/** Epoch ms of the last sign of life while joined: nothing sent before it is missing. Absent where the platform shows none. */
	readonly heardAt?: number | undefined;
	/**
	 * The place up to which it has told everything, from which a later connection reads on; what is further on sorts after
	 * it as text. Absent where the platform has no such place.
	 */
	readonly cursor?: string | undefined;
	/** What the connected account is in the channel, as far as the platform has told. */
	readonly ownRoles?: readonly Role[];
	/** Starts, and keeps trying until `close`; calling it twice changes nothing. */
	open(): void;
	/** Stops for good: no event follows. */
	close(): void;
	/** Takes up changed credentials, or tries again at once after `stopped` or while `waiting`. */
	retry(): void;
	/** The page woke up: makes sure soon that the connection still lives, and does not sit out a wait for the network. */
	check(): void;
	/** Adds a listener and returns what removes it. */
	onEvent(listener: (event: ChatEvent) => void): () => void;
	/** Adds a listener, called with each change, and returns what removes it. */
	onStatus(listener: (status: ConnectionStatus) => void): () => void;
	/**
	 * Sends a line, or carries out a command, as the connected account; resolves when the platform took it. Throws
	 * `RejectionError` when the platform refused it, `AuthorizationError` without an account or a scope of it, and
	 * `ConnectionError` when it is unknown whether it arrived. Absent where the platform's chat is read-only.
	 */
	readonly send?: (text: string, options?: SendOptions) => Promise<void>;
	/** Whether a line may answer a message. */
	readonly canReply?: boolean;
	/** The commands that `send` carries out. */
	readonly loadCommands?: () => Promise<readonly CommandHint[]>;
}
