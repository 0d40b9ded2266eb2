/** Who a game client is; `authorization` is the whole value of the header, such as `Bearer …`. */
export interface HostCredentials {
	readonly authorization?: string;
	readonly projectVersionId?: number;
	readonly projectSharecode?: string;
	readonly protocolVersion?: string;
	/** What else is told beside the four that the protocol names. */
	readonly extraHeaders?: Readonly<Record<string, string>>;
}

/**
 * The address with what would be headers in its query, since a browser's WebSocket has none; so it is a secret.
 * @see https://github.com/mixer/developer-docs Interactive protocol 1.7, connecting
 */
export function toHostUrl(address: string, credentials: HostCredentials): string {
	const { authorization, projectVersionId, projectSharecode, protocolVersion = '2.0', extraHeaders } = credentials;
	const url = new URL(address);
	const headers = {
		...extraHeaders,
		'X-Protocol-Version': protocolVersion,
		'X-Interactive-Version': projectVersionId?.toString(),
		'X-Interactive-Sharecode': projectSharecode,
		Authorization: authorization
	};
	for (const [name, value] of Object.entries(headers)) if (value !== undefined) url.searchParams.set(name, value);
	// As the original clients write a space; a plus of the token's own is %2B by now.
	url.search = url.search.replaceAll('+', '%20');
	return url.href;
}
