import type { RoomStub } from './interactive/room-namespace.ts';
import type { GrantObject } from './mixer-api/grant-object.ts';
import type { ObjectNamespace } from './object-namespace.ts';

/** What `wrangler.toml`, `.dev.vars` and `wrangler secret` give the Worker; an empty string counts as absent. */
export interface Env {
	/** The pages' own origin where it is not the one the Worker is called at, such as behind a proxy. */
	readonly APP_ORIGIN?: string;
	/** `true` where the platforms are played by the local emulator. */
	readonly EMULATED?: string;
	/** One or two base64url keys of 32 bytes, separated by a comma: the first seals, all open. */
	readonly SEAL_KEY?: string;

	readonly TWITCH_CLIENT_ID?: string;
	readonly TWITCH_CLIENT_SECRET?: string;
	readonly TWITCH_AUTH_URL?: string;
	readonly TWITCH_API_URL?: string;
	readonly TWITCH_IRC_URL?: string;
	readonly TWITCH_EVENTSUB_URL?: string;
	readonly TWITCH_IMAGE_URL?: string;
	readonly RECENT_MESSAGES_URL?: string;
	readonly TWITCH_CHEERMOTE_URL?: string;

	readonly BTTV_URL?: string;
	readonly BTTV_IMAGE_URL?: string;
	readonly BTTV_EVENTS_URL?: string;
	readonly FFZ_URL?: string;
	readonly FFZ_IMAGE_URL?: string;
	readonly SEVENTV_URL?: string;
	readonly SEVENTV_IMAGE_URL?: string;
	readonly SEVENTV_EVENTS_URL?: string;

	readonly THETA_CLIENT_ID?: string;
	readonly THETA_CLIENT_SECRET?: string;
	readonly THETA_WEB_URL?: string;
	readonly THETA_API_URL?: string;
	readonly PUBNUB_SUBSCRIBE_KEY?: string;
	readonly PUBNUB_ORIGIN?: string;

	readonly INTERACTIVE_ROOM?: ObjectNamespace<RoomStub>;
	readonly ROOM_MAX_PARTICIPANTS?: string;
	readonly ROOM_MAX_WATCHERS?: string;
	readonly ROOM_MAX_WAITING?: string;
	readonly ROOM_MAX_CONTROLS?: string;
	readonly ROOM_SPARKS_PER_MINUTE?: string;
	readonly ROOM_CALLS_PER_SECOND?: string;
	readonly ROOM_HOST_CALLS_PER_SECOND?: string;
	readonly ROOM_FIRST_SPARKS?: string;

	/** Which games may ask for a code: client IDs, separated by commas; every game where it is empty or `*`. */
	readonly MIXER_CLIENT_IDS?: string;
	readonly MIXER_GRANT?: ObjectNamespace<GrantObject>;
}
