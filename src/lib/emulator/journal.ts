import type { Clock } from '#lib/transport/clock.ts';
import { matchesPath } from './path-pattern.ts';

/** One thing that the emulator received, without any secret, code or token. */
export interface JournalEntry {
	/** Epoch ms. */
	readonly at: number;
	readonly type: 'request' | 'socket-open' | 'socket-close' | 'line';
	readonly path: string;
	readonly method?: string;
	readonly query?: Readonly<Record<string, string>>;
	/** Fields of a form body. */
	readonly form?: Readonly<Record<string, string>>;
	/** Absent while the request is held, and for one whose client went away. */
	readonly status?: number;
	/** A line that a client wrote into a socket. */
	readonly line?: string;
}

const limit = 2_000;
const longestLine = 600;
const redacted = '[redacted]';
const secretNames = new Set([
	'access_token',
	'auth',
	'client_secret',
	'code',
	'device_code',
	'id_token',
	'refresh_token',
	'token'
]);

/** Remembers the newest of what was received. */
export class Journal {
	readonly #clock: Clock;
	#entries: JournalEntry[] = [];

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Writes an entry and returns what adds the status of its answer. */
	add(entry: Omit<JournalEntry, 'at'>): (status: number) => void {
		const written: { -readonly [Key in keyof JournalEntry]: JournalEntry[Key] } = { at: this.#clock.now(), ...entry };
		this.#entries.push(written);
		if (this.#entries.length > limit) this.#entries.splice(0, this.#entries.length - limit);
		return (status) => {
			written.status = status;
		};
	}

	list({ path = '', since = 0 } = {}): readonly JournalEntry[] {
		return this.#entries.filter((entry) => entry.at >= since && matchesPath(path, entry.path.slice(1)));
	}

	clear(): void {
		this.#entries = [];
	}
}

/** Copies query or form parameters, hiding those that are secret. */
export function redactParameters(parameters: URLSearchParams): Record<string, string> {
	return Object.fromEntries(
		[...parameters].map(([name, value]) => [name, secretNames.has(name.toLowerCase()) ? redacted : value])
	);
}

/** Cuts one frame into its lines, hiding passwords and tokens. */
export function redactLines(frame: string): string[] {
	return frame
		.split(/\r?\n/)
		.filter((line) => line !== '')
		.map((line) => redactLine(line.slice(0, longestLine)));
}

function redactLine(line: string): string {
	return line.replace(/^(\s*PASS)\b.*/i, `$1 ${redacted}`).replace(/oauth:\S+/gi, redacted);
}
