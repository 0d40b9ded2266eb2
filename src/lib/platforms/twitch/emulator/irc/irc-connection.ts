import type { ServerSocket } from '#lib/platforms/emulated-platform.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import type { Capability } from './capabilities.ts';
import { formatLine, isTwitchCommand, type OutgoingLine } from './outgoing-line.ts';

/** Who is behind a connection once it has logged in. */
export interface Member {
	readonly login: string;
	/** Absent for an anonymous reader. */
	readonly user?: EmulatedUser;
	/** Whether the token may write to chat. */
	readonly writable: boolean;
}

/** One client's connection. */
export class IrcConnection {
	readonly capabilities = new Set<Capability>();
	readonly #socket: ServerSocket;
	/** The argument of PASS, until NICK comes. */
	pass: string | undefined;
	member: Member | undefined;
	open = true;

	constructor(socket: ServerSocket) {
		this.#socket = socket;
	}

	/** Sends in one frame those of the lines that this client has the capabilities for. */
	send(...lines: readonly OutgoingLine[]): void {
		const readable = lines.filter((line) => this.capabilities.has('twitch.tv/commands') || !isTwitchCommand(line));
		const withTags = this.capabilities.has('twitch.tv/tags');
		this.sendRaw(readable.map((line) => formatLine(line, { withTags })));
	}

	/** Sends lines as they are in one frame. */
	sendRaw(lines: readonly string[]): void {
		if (this.open && lines.length > 0) this.#socket.send(lines.map((line) => `${line}\r\n`).join(''));
	}

	close(): void {
		this.open = false;
		this.#socket.close();
	}
}
