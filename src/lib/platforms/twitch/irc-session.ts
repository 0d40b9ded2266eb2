import type { Environment } from '#lib/transport/environment.ts';
import type { ClientSocket } from '#lib/transport/network.ts';
import { parseIrcMessage, type IrcMessage } from './irc.ts';

const loginTimeoutMs = 10_000;
const joinTimeoutMs = 5_000;
const silenceMs = 15_000;
const pongTimeoutMs = 5_000;
const wakePongTimeoutMs = 3_000;
/** A timer later than this many times its delay stood still with the page. */
const frozenFactor = 3;
const capabilities = 'twitch.tv/tags twitch.tv/commands';

/** As whom to log in: with a token, or anonymously. */
export type IrcLogin =
	{ readonly type: 'account'; readonly login: string; readonly accessToken: string } | { readonly type: 'anonymous' };

/** Why a session is over. */
export type SessionEnd =
	| { readonly type: 'closed'; readonly detail: string }
	| { readonly type: 'login-refused' }
	| { readonly type: 'unavailable'; readonly problem: 'channel_not_found' | 'channel_suspended' | 'banned' };

/** What a session tells its owner; after `onEnd` nothing follows. */
export interface SessionListener {
	onLine(line: IrcMessage): void;
	onJoined(): void;
	/** Twitch is about to close this session and wants a new one opened. */
	onReconnectRequest(): void;
	onEnd(end: SessionEnd): void;
}

/** One WebSocket's life: log in, join one channel, read until it ends. @see https://dev.twitch.tv/docs/chat/irc */
export class IrcSession {
	readonly login: IrcLogin;
	readonly #url: string;
	readonly #channelKey: string;
	readonly #environment: Environment;
	readonly #listener: SessionListener;
	#socket: ClientSocket | undefined;
	#timer: unknown;
	#joined = false;
	#ended = false;
	#heardAt = 0;
	/** Whether a PING waits for its answer. */
	#asked = false;

	constructor(
		options: { url: string; channelKey: string; login: IrcLogin; environment: Environment },
		listener: SessionListener
	) {
		this.login = options.login;
		this.#url = options.url;
		this.#channelKey = options.channelKey;
		this.#environment = options.environment;
		this.#listener = listener;
	}

	get joined(): boolean {
		return this.#joined && !this.#ended;
	}

	/** Epoch ms of the last sign of life: nothing before it is missing. */
	get heardAt(): number {
		return this.#heardAt;
	}

	open(): void {
		this.#watch(loginTimeoutMs, () => this.#end({ type: 'closed', detail: 'login timed out' }));
		try {
			this.#socket = this.#environment.network.openSocket(this.#url);
		} catch {
			return this.#end({ type: 'closed', detail: 'the socket could not be opened' });
		}
		this.#socket.onopen = () => this.#logIn();
		this.#socket.onmessage = ({ data }) => this.#readFrame(data);
		this.#socket.onclose = ({ code }) => this.#end({ type: 'closed', detail: `socket closed (${code})` });
		this.#socket.onerror = () => {};
	}

	/** Ends without telling the listener. */
	close(): void {
		this.#ended = true;
		this.#release();
	}

	/** Writes one line; the caller keeps line breaks out of it. */
	write(line: string): void {
		this.#socket?.send(`${line}\r\n`);
	}

	/** Asks for a sign of life, and ends when there is none in time. */
	check(timeoutMs = wakePongTimeoutMs): void {
		if (!this.joined) return;
		this.write('PING :tributary');
		const { clock } = this.#environment;
		const askedAt = clock.now();
		this.#asked = true;
		const giveUp = () => this.#end({ type: 'closed', detail: 'no answer to PING' });
		this.#watch(timeoutMs, () => {
			// A page that slept through the wait has not read yet what may have come.
			if (clock.now() - askedAt > frozenFactor * timeoutMs) this.#watch(timeoutMs, giveUp);
			else giveUp();
		});
	}

	#logIn(): void {
		this.write(`CAP REQ :${capabilities}`);
		if (this.login.type === 'account') {
			this.write(`PASS oauth:${this.login.accessToken}`);
			this.write(`NICK ${this.login.login}`);
			return;
		}
		this.write(`NICK justinfan${10_000 + Math.floor(this.#environment.random() * 80_000)}`);
	}

	#readFrame(data: unknown): void {
		if (typeof data !== 'string') return;
		this.#heardAt = this.#environment.clock.now();
		if (this.#joined && this.#asked) this.#watchSilence(silenceMs);
		for (const text of data.split('\n')) {
			const line = parseIrcMessage(text);
			if (line && !this.#ended) this.#readLine(line);
		}
	}

	#readLine(line: IrcMessage): void {
		switch (line.command) {
			case 'PING':
				return this.write(`PONG :${line.params.at(-1) ?? ''}`);
			case '001':
				this.write(`JOIN #${this.#channelKey}`);
				return this.#watch(joinTimeoutMs, () => this.#end({ type: 'unavailable', problem: 'channel_not_found' }));
			case 'RECONNECT':
				return this.#listener.onReconnectRequest();
			case 'NOTICE':
				if (this.#endsSession(line)) return;
				break;
			case 'PART':
				if (this.#joined && this.#concernsChannel(line)) return this.#end({ type: 'unavailable', problem: 'banned' });
				break;
			case 'ROOMSTATE':
				this.#readRoomState(line);
		}
		this.#listener.onLine(line);
	}

	/** ROOMSTATE is the last line of a join. */
	#readRoomState(line: IrcMessage): void {
		if (this.#joined || !this.#concernsChannel(line)) return;
		this.#joined = true;
		this.#watchSilence(silenceMs);
		this.#listener.onJoined();
	}

	/** Refusals before the join; those of login have no msg-id and come to `*`. */
	#endsSession(line: IrcMessage): boolean {
		if (this.#joined) return false;
		const messageId = line.tags.get('msg-id');
		if (line.params[0] === '*' && !messageId) this.#end({ type: 'login-refused' });
		else if (messageId === 'msg_channel_suspended') this.#end({ type: 'unavailable', problem: 'channel_suspended' });
		else if (messageId === 'msg_banned') this.#end({ type: 'unavailable', problem: 'banned' });
		return this.#ended;
	}

	#concernsChannel(line: IrcMessage): boolean {
		return line.params[0] === `#${this.#channelKey}`;
	}

	/** A half-open socket says nothing. A timer that runs on costs a busy chat less than one that each frame sets anew. */
	#watchSilence(delayMs: number): void {
		this.#asked = false;
		this.#watch(delayMs, () => {
			const left = this.#heardAt + silenceMs - this.#environment.clock.now();
			if (left > 0) this.#watchSilence(left);
			else this.check(pongTimeoutMs);
		});
	}

	#watch(delayMs: number, callback: () => void): void {
		this.#environment.clock.clearTimeout(this.#timer);
		this.#timer = this.#environment.clock.setTimeout(callback, delayMs);
	}

	#end(end: SessionEnd): void {
		if (this.#ended) return;
		this.#ended = true;
		this.#release();
		this.#listener.onEnd(end);
	}

	#release(): void {
		this.#environment.clock.clearTimeout(this.#timer);
		const socket = this.#socket;
		this.#socket = undefined;
		if (!socket) return;
		socket.onopen = socket.onmessage = socket.onclose = null;
		try {
			socket.close();
		} catch {
			// A socket that is still connecting may refuse; it has no listener left either way.
		}
	}
}
