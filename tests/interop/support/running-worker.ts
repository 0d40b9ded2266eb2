import { createTestHarness } from 'wrangler';
import { sealAccessToken } from '#functions/interactive/access-token.ts';
import { readSealKeys } from '#functions/sealed-claims.ts';

const sealKey = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
const secrets = { SEAL_KEY: sealKey, TWITCH_CLIENT_ID: 'twitch-client', TWITCH_CLIENT_SECRET: 'twitch-secret' };

/** What a test does to a room from behind. */
interface RoomControl {
	kick(): Promise<boolean>;
	restart(): Promise<void>;
	hosted(): Promise<boolean>;
}

/** A seat in a room as the Worker's REST face gives it. */
export interface JoinedSeat {
	readonly address: string;
	readonly socketAddress: string;
	readonly key: string;
}

/** The product's Worker, in workerd, on a port of its own. */
export interface RunningWorker {
	/** Without a slash at its end. */
	readonly url: string;
	readonly discoveryUrl: string;
	/** A token that hosts a Twitch user's channel and joins any other as that user. */
	tokenOf(userId: string): Promise<string>;
	/** Joins a channel; anonymous without a token. */
	join(userId: string, token?: string): Promise<JoinedSeat>;
	room(userId: string): Promise<RoomControl>;
	/** Puts a new version in its place: every socket is cut. */
	deploy(): Promise<void>;
	readLog(): string;
	close(): Promise<void>;
}

/** Starts the Worker; whoever starts it closes it. */
export async function startWorker(settings: Readonly<Record<string, string>> = {}): Promise<RunningWorker> {
	const configPath = 'tests/interop/support/wrangler.toml';
	const server = createTestHarness({ workers: [{ configPath, secrets: { ...secrets, ...settings } }] });
	const { origin: url } = (await server.listen()).url;
	return {
		url,
		discoveryUrl: `${url}/api/v1/interactive/hosts`,
		tokenOf,
		async join(userId, token) {
			const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
			const answer = await fetch(`${url}/api/v1/interactive/twitch:${userId}`, { headers });
			if (!answer.ok) throw new Error(`Could not join: ${answer.status} ${await answer.text()}`);
			return (await answer.json()) as JoinedSeat;
		},
		async room(userId) {
			const env = await server.getWorker<{ INTERACTIVE_ROOM: { getByName(id: string): RoomControl } }>().getEnv();
			return env.INTERACTIVE_ROOM.getByName(`twitch:${userId}`);
		},
		deploy: () => server.update((options) => options),
		readLog: () =>
			server
				.getLogs()
				.map(({ message }) => message)
				.join('\n'),
		close: () => server.close()
	};
}

async function tokenOf(userId: string): Promise<string> {
	const claims = { platform: 'twitch', userId, login: `user${userId}`, displayName: `User${userId}` } as const;
	return sealAccessToken({ ...claims, clientId: 'game' }, await readSealKeys(sealKey), Date.now());
}
