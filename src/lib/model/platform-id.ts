/** The id of a registered platform (`twitch`, `theta`): lower case, used in URLs, DOM attributes and storage keys. */
export type PlatformId = string;
