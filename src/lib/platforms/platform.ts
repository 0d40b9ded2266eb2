import type { Identity } from '#lib/model/account.ts';
import type { EmoteGroup } from '#lib/model/chat-pictures.ts';
import type { PlatformId } from '#lib/model/platform-id.ts';
import type { PublicConfig } from '#lib/model/public-config.ts';
import type { Environment } from '#lib/transport/environment.ts';
import type { ChatConnection } from './chat-connection.ts';
import type { PictureOptions, PictureSource } from './picture-source.ts';
import type { ViewerFacts, ViewerRequest } from './viewer.ts';

/** What is known of a platform without loading its client; small enough for the Worker. */
export interface PlatformManifest {
	readonly id: PlatformId;
	/** As the platform writes itself. */
	readonly name: string;
	/** The year the public service closed; the client then works against whoever runs the same protocol. */
	readonly closedSince?: number;
	/** Asked for at sign-in. */
	readonly scopes: readonly string[];
	/** Asked for when a second account is connected that only speaks; absent where there can be none. */
	readonly botScopes?: readonly string[];
	/** Whether chat can be written as the connected account, at least in its own channel. */
	readonly writable: boolean;
	/** Whether the authorize page gives `state` back; where it does not, only the tab binds the answer to who asked. */
	readonly returnsState: boolean;
	/** Set where the platform cannot be asked whose an access token is, so that the sealed refresh token has to say it. */
	readonly tokensNameNobody?: true;
	/** Turns what a person typed or a URL carries into a channel key, or `undefined` when it cannot be one. */
	parseChannelKey(input: string): string | undefined;
	/** The authorize page of the platform, or `undefined` where no client id is configured. */
	authorizationUrl(config: PublicConfig, request: AuthorizationRequest): URL | undefined;
}

/** What a page asks of a platform's authorize page. */
export interface AuthorizationRequest {
	readonly scopes: readonly string[];
	/** Shows the consent page even to someone who consented before. */
	readonly forceVerify: boolean;
	readonly state: string;
}

/** Gives the access token of the connected account to a connection, refreshing it where asked. */
export interface Credentials {
	readonly identity: Identity;
	/** What the account allowed, where that is known. */
	readonly scopes?: readonly string[];
	/**
	 * The current access token; `rejected` is one that the platform just refused, so a newer one is fetched.
	 * Throws `AuthorizationError` when the account must be connected again and `ConnectionError` for a passing fault.
	 */
	accessToken(rejected?: string): Promise<string>;
}

/** When accounts wrote lately, epoch ms by user id, as every page of this browser knows it. */
export interface SentTimes {
	load(userId: string): readonly number[];
	save(userId: string, sentAt: readonly number[]): void;
}

/** What a chat connection is opened with. */
export interface ChatOptions {
	/** As in `ChannelRef`. */
	readonly channelKey: string;
	readonly config: PublicConfig;
	/** Asked at each connect; `undefined` reads anonymously. */
	readonly credentials: () => Credentials | undefined;
	/** Of the second account, which only speaks. */
	readonly botCredentials?: () => Credentials | undefined;
	/** So that a reload or a second page does not write more than the platform allows. Absent: each page counts for itself. */
	readonly sentTimes?: SentTimes;
	readonly environment: Environment;
	/** Epoch ms until when the channel was read before this connection; what came since is looked up or reported as a gap. */
	readonly missingSince?: number;
	/** Where the connection before this one stopped, as in `ChatConnection`. */
	readonly cursor?: string;
	/** Asked at each gap: whether a third party may be told the channel's name to fill it. Absent: no. */
	readonly fillsGaps?: () => boolean;
}

/** A platform's part of the page; loaded when first needed. */
export interface PlatformClient {
	readonly manifest: PlatformManifest;
	createChatConnection(options: ChatOptions): ChatConnection;
	/**
	 * Asks the platform whose token this is; `userId` is what the token answer told, where it does.
	 * Throws `AuthorizationError` for a dead token, `ConnectionError` and `ProtocolError` as `requestJson` does.
	 */
	identify(request: IdentityRequest): Promise<Identity>;
	/** Throws `AuthorizationError` when the platform says that the token is dead. Absent where it offers no such check. */
	readonly validateToken?: (accessToken: string, config: PublicConfig, environment: Environment) => Promise<void>;
	/** Absent where the platform has no emotes and badges to load. */
	readonly loadPictures?: () => Promise<PlatformPictures>;
	/** Looks a viewer up; throws as `identify` does. Absent where the platform tells nothing. */
	readonly findViewer?: (request: ViewerRequest) => Promise<ViewerFacts>;
}

/** A platform's emotes and badges; chat works before they are there. */
export interface PlatformPictures {
	/** Where a channel's come from, what goes first before the rest. */
	findPictures(options: PictureOptions): readonly PictureSource[];
	/** The platform's own emotes that an account may write in a channel; throws as the platform's calls do. */
	loadEmotes(options: EmoteOptions): Promise<OwnEmotes>;
}

/** In which channel, and as whom, emotes are to be written. */
export interface EmoteOptions {
	/** As in `ChannelRef`. */
	readonly channelKey: string;
	readonly credentials: Credentials;
	readonly config: PublicConfig;
	readonly environment: Environment;
}

/** A platform's own emotes. */
export interface OwnEmotes {
	readonly groups: readonly EmoteGroup[];
	/** What the account would have to allow for the list to be complete. */
	readonly missingScope?: string;
}

/** What `identify` may use. */
export interface IdentityRequest {
	readonly accessToken: string;
	readonly userId?: string;
	readonly config: PublicConfig;
	readonly environment: Environment;
}
