/** A file that a streamer uploaded for overlays. */
export interface RoomFile {
	readonly type: string;
	readonly bytes: ArrayBuffer;
}

/** The part of a Durable Object's database that is used. */
export interface Database {
	exec(query: string, ...values: (string | number | ArrayBuffer)[]): Iterable<Readonly<Record<string, unknown>>>;
}

/** So much a room keeps. */
export const fileLimits = { bytes: 512_000, files: 40 } as const;

const table = 'CREATE TABLE IF NOT EXISTS files (sha256 TEXT PRIMARY KEY, type TEXT, bytes BLOB, kept_at INTEGER)';

/** Keeps a file by the hash of its bytes; when there are too many, the one that was put longest ago makes room. */
export function keepFile(sql: Database, sha256: string, { type, bytes }: RoomFile, now: number): void {
	sql.exec(table);
	sql.exec('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)', sha256, type, bytes, now);
	const kept = 'SELECT sha256 FROM files ORDER BY kept_at DESC, rowid DESC LIMIT ?';
	sql.exec(`DELETE FROM files WHERE sha256 NOT IN (${kept})`, fileLimits.files);
}

/** Finds a file by the hash of its bytes; looking writes nothing, whoever looks for whatever. */
export function findFile(sql: Database, sha256: string): RoomFile | undefined {
	const [known] = sql.exec("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'files'");
	if (!known) return undefined;
	const [row] = sql.exec('SELECT type, bytes FROM files WHERE sha256 = ?', sha256);
	if (!row) return undefined;
	return { type: String(row['type']), bytes: row['bytes'] as ArrayBuffer };
}
