import type { ChannelRef } from '#lib/model/channel.ts';
import type { ChatEvent } from '#lib/model/chat.ts';
import type { ConnectionStatus } from '#lib/model/connection-status.ts';

/** A platform's chat of one channel; every platform keeps the promises of tests/contract/chat-connection. */
export interface ChatConnection {
	readonly channel: ChannelRef;
	readonly status: ConnectionStatus;
	/** Epoch ms of the last sign of life while joined: nothing sent before it is missing. Absent where the platform shows none. */
	readonly heardAt?: number | undefined;
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
	 * Sends a line as the connected account; resolves when the platform took it, after its `message` event.
	 * Throws `RejectionError` when the platform refused it, `AuthorizationError` without an account and
	 * `ConnectionError` when it is unknown whether it arrived. Absent where the platform's chat is read-only.
	 */
	readonly send?: (text: string) => Promise<void>;
}
