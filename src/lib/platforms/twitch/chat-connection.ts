import type { ChannelRef } from '#lib/model/channel.ts';
import { eventChannel, type ChatEvent, type ChatGap, type Role } from '#lib/model/chat.ts';
import { cleanText } from '#lib/model/clean-text.ts';
import type { ConnectionProblem, ConnectionStatus } from '#lib/model/connection-status.ts';
import { Emitter } from '#lib/model/emitter.ts';
import { AuthorizationError, ConnectionError } from '#lib/model/errors.ts';
import { Backoff } from '#lib/transport/backoff.ts';
import type { ChatConnection, CommandHint, SendOptions } from '../chat-connection.ts';
import type { ChatOptions } from '../platform.ts';
import { decodeAuthor } from './chat-author.ts';
import { decodeLine } from './chat-codec.ts';
import { IrcSession, type SessionEnd } from './irc-session.ts';
import type { IrcMessage } from './irc.ts';
import { chooseLogin, type LoginChoice } from './login.ts';
import type { LineSender, Writer } from './line-sender.ts';

const missingChannelRetryMs = 60_000;
const loginRetryMs = 60_000;
/** A connect that takes longer was likely begun without a network. */
const patienceMs = 2_000;

/** Twitch chat of one channel: signed in where there are credentials, else anonymous; it reconnects for ever. */
export class TwitchChatConnection implements ChatConnection {
	readonly channel: ChannelRef;
	readonly canReply = true;
	readonly #options: ChatOptions;
	readonly #events = new Emitter<ChatEvent>();
	readonly #statuses = new Emitter<ConnectionStatus>();
	readonly #backoff: Backoff;
	#status: ConnectionStatus = { state: 'closed', identity: 'anonymous' };
	#session: IrcSession | undefined;
	/** Opened on RECONNECT; takes over once it has joined. */
	#successor: IrcSession | undefined;
	#timer: unknown;
	#refusedToken: string | undefined;
	/** Set while lines are being missed: epoch ms of the last moment the channel was joined. */
	#missingSince: number | undefined;
	/** Twitch's clock less ours, by the newest message. */
	#clockLeadMs = 0;
	#connectingSince = 0;
	#introduced = false;
	#attempt = 0;
	/** Loaded when something is sent: overlays never do. */
	#sender: LineSender | undefined;
	#roomId: string | undefined;
	#userState: IrcMessage | undefined;

	constructor(options: ChatOptions) {
		this.channel = { platform: 'twitch', key: options.channelKey };
		this.#options = options;
		this.#backoff = new Backoff(options.environment.random);
		this.#missingSince = options.missingSince;
	}

	get status(): ConnectionStatus {
		return this.#status;
	}

	get heardAt(): number | undefined {
		return this.#session?.joined ? this.#session.heardAt : undefined;
	}

	get ownRoles(): readonly Role[] {
		return this.#userState ? decodeAuthor(this.#userState.tags, '').roles : [];
	}

	open(): void {
		if (this.#status.state === 'closed') void this.#connect();
	}

	close(): void {
		this.#drop();
		this.#setStatus({ state: 'closed', identity: 'anonymous' });
	}

	retry(): void {
		if (this.#status.state === 'closed') return;
		this.#markMissing();
		this.#drop();
		this.#refusedToken = undefined;
		this.#backoff.reset();
		void this.#connect();
	}

	check(): void {
		const { state, problem } = this.#status;
		const waitedMs = this.#options.environment.clock.now() - this.#connectingSince;
		if (state === 'connected') this.#session?.check();
		else if (state === 'waiting' && problem === 'network') this.retry();
		else if (state === 'connecting' && waitedMs > patienceMs) this.retry();
	}

	onEvent(listener: (event: ChatEvent) => void): () => void {
		return this.#events.on(listener);
	}

	onStatus(listener: (status: ConnectionStatus) => void): () => void {
		return this.#statuses.on(listener);
	}

	send = async (text: string, options?: SendOptions): Promise<void> => {
		const { LineSender } = await import('./line-sender.ts');
		this.#sender ??= new LineSender(this.#options, {
			findWriter: () => this.#findWriter(),
			userState: () => this.#userState,
			createId: () => this.#createId()
		});
		await this.#sender.send(text, options);
	};

	loadCommands = async (): Promise<readonly CommandHint[]> =>
		(await import('./commands/command-hints.ts')).commandHints;

	#findWriter(): Writer {
		const credentials = this.#options.credentials();
		if (!credentials) throw new AuthorizationError('not_connected', 'No Twitch account is connected.');
		const session = this.#session;
		if (!session?.joined) throw new ConnectionError('not_connected', 'Twitch chat is not connected.');
		if (session.login.type === 'anonymous')
			throw new AuthorizationError('token_revoked', 'Twitch no longer accepts this account.');
		return { credentials, roomId: this.#roomId, write: (line) => session.write(line) };
	}

	async #connect(): Promise<void> {
		const attempt = ++this.#attempt;
		this.#connectingSince = this.#options.environment.clock.now();
		this.#setStatus({ state: 'connecting', identity: this.#status.identity });
		const choice = await chooseLogin(this.#options.credentials(), this.#refusedToken);
		if (attempt === this.#attempt) this.#session = this.#openSession(choice);
	}

	#openSession(choice: LoginChoice): IrcSession {
		const { config, environment } = this.#options;
		const session: IrcSession = new IrcSession(
			{ url: config.twitch.ircUrl, channelKey: this.channel.key, login: choice.login, environment },
			{
				onLine: (line) => this.#readLine(line, session.heardAt),
				onJoined: () => this.#onJoined(session, choice.problem),
				onReconnectRequest: () => this.#openSuccessor(choice),
				onEnd: (end) => this.#onEnd(session, end)
			}
		);
		session.open();
		return session;
	}

	#openSuccessor(choice: LoginChoice): void {
		this.#successor ??= this.#openSession(choice);
	}

	#onJoined(session: IrcSession, problem: ConnectionProblem | undefined): void {
		if (session === this.#successor) {
			this.#session?.close();
			this.#session = session;
			this.#successor = undefined;
			this.#sender?.abandon();
		}
		this.#backoff.reset();
		void this.#reportGap();
		const identity = session.login.type;
		this.#setStatus({ state: 'connected', identity, ...(problem && { problem }) });
		if (problem === 'platform_trouble') this.#schedule(loginRetryMs, () => this.retry());
	}

	#onEnd(session: IrcSession, end: SessionEnd): void {
		if (session === this.#successor) {
			this.#successor = undefined;
			return;
		}
		this.#markMissing();
		this.#drop();
		switch (end.type) {
			case 'login-refused':
				return this.#onLoginRefused(session);
			case 'unavailable':
				if (end.problem !== 'channel_not_found')
					return this.#setStatus({ state: 'stopped', identity: session.login.type, problem: end.problem });
				return this.#wait(missingChannelRetryMs, end.problem);
			case 'closed':
				return this.#wait(this.#backoff.next(), 'network', end.detail);
		}
	}

	/** Tries once with a fresh token; `chooseLogin` reads on anonymously when there is none. */
	#onLoginRefused(session: IrcSession): void {
		if (session.login.type === 'anonymous') return this.#wait(this.#backoff.next(), 'platform_trouble');
		this.#refusedToken = session.login.accessToken;
		void this.#connect();
	}

	#wait(delayMs: number, problem: ConnectionProblem, detail?: string): void {
		this.#setStatus({
			state: 'waiting',
			identity: this.#status.identity,
			problem,
			retryAt: this.#options.environment.clock.now() + delayMs,
			...(detail !== undefined && { detail })
		});
		this.#schedule(delayMs, () => void this.#connect());
	}

	#readLine(line: IrcMessage, receivedAt: number): void {
		if (line.command === 'ROOMSTATE') this.#roomId = line.tags.get('room-id') || this.#roomId;
		if (line.command === 'USERSTATE') return this.#readUserState(line);
		if (line.command === 'NOTICE') return this.#readNotice(line);
		const event = this.#decode(line, receivedAt);
		if (event?.type === 'message') this.#clockLeadMs = event.message.sentAt - receivedAt;
		if (event) this.#events.emit(event);
	}

	#readUserState(line: IrcMessage): void {
		this.#userState = line;
		this.#sender?.confirm(line, (message) => this.#events.emit({ type: 'message', message }));
	}

	#readNotice(line: IrcMessage): void {
		if (this.#sender?.refuse(line)) return;
		const systemText = cleanText(line.params[1] ?? '').trim();
		if (systemText === '' || line.params[0] !== `#${this.channel.key}`) return;
		const { clock } = this.#options.environment;
		this.#events.emit({
			type: 'notice',
			notice: {
				id: this.#createId(),
				channel: this.channel,
				kind: 'system',
				systemText,
				fragments: [],
				sentAt: clock.now()
			}
		});
	}

	#decode(line: IrcMessage, receivedAt: number): ChatEvent | undefined {
		const event = decodeLine(line, { receivedAt, createId: () => this.#createId() });
		return event && eventChannel(event).key === this.channel.key ? event : undefined;
	}

	#markMissing(): void {
		if (this.#session?.joined || this.#status.state === 'connected')
			this.#missingSince ??= this.#session?.heardAt ?? this.#options.environment.clock.now();
	}

	/** In Twitch's time, like the lines around it. */
	async #reportGap(): Promise<void> {
		const since = this.#missingSince;
		if (since === undefined) return this.#introduce();
		this.#missingSince = undefined;
		const from = since + this.#clockLeadMs;
		const to = this.#options.environment.clock.now() + this.#clockLeadMs;
		const gap = { id: `gap-${since}`, channel: this.channel, from, to };
		const events = this.#options.fillsGaps?.() ? await this.#lookUp(gap) : undefined;
		if (this.#status.state === 'closed') return;
		for (const event of events ?? [{ type: 'gap', gap } as const]) this.#events.emit(event);
	}

	/** The service remembers a channel only from when it was first asked about it. */
	async #introduce(): Promise<void> {
		if (this.#introduced || !this.#options.fillsGaps?.()) return;
		await this.#lookUp({ id: '', channel: this.channel, from: 0, to: 0 });
	}

	/** Whatever goes wrong with the look-up, the gap itself is told. */
	async #lookUp(gap: ChatGap): Promise<readonly ChatEvent[] | undefined> {
		this.#introduced = true;
		const { config, environment } = this.#options;
		const place = { url: config.twitch.recentMessagesUrl, channelKey: this.channel.key, environment };
		try {
			const { lookUpGap } = await import('./recent-messages.ts');
			return await lookUpGap(gap, place, (line, receivedAt) => this.#decode(line, receivedAt));
		} catch {
			return undefined;
		}
	}

	#drop(): void {
		this.#attempt++;
		this.#options.environment.clock.clearTimeout(this.#timer);
		this.#session?.close();
		this.#successor?.close();
		this.#session = undefined;
		this.#successor = undefined;
		this.#sender?.abandon();
	}

	#schedule(delayMs: number, callback: () => void): void {
		const { clock } = this.#options.environment;
		clock.clearTimeout(this.#timer);
		this.#timer = clock.setTimeout(callback, delayMs);
	}

	#setStatus(status: ConnectionStatus): void {
		this.#status = status;
		this.#statuses.emit(status);
	}

	#createId(): string {
		return (
			Math.floor(this.#options.environment.random() * 2 ** 52).toString(36) +
			this.#options.environment.clock.now().toString(36)
		);
	}
}
