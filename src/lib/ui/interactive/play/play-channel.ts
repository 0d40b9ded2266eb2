const login = /^[a-z0-9_]{1,25}$/;
const roomId = /^(twitch:\d{1,20}|theta:[A-Za-z0-9]{1,64})$/;

/** What a person typed or an address carries as a channel: a Twitch login or a room's id; `undefined` where it is none. */
export function readChannel(input: string): string | undefined {
	const text = input.trim().replace(/^@/, '');
	if (roomId.test(text)) return text;
	const name = text.toLowerCase();
	return login.test(name) ? name : undefined;
}

/** How a channel is called to people. */
export function channelTitle(channel: string): string {
	return channel.startsWith('theta:') ? 'THETA.tv' : channel.replace(/^twitch:/, '');
}
