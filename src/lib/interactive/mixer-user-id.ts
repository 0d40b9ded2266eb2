const offsetBasis = 0x81_1c_9d_c5;
const prime = 0x01_00_01_93;
const mostUnsigned = 2 ** 32 - 1;

/**
 * The number that Mixer's clients know a user by: Twitch's own where it fits 32 bits, else an FNV-1a hash, never 0.
 * Two users may share a number, so nothing of value hangs on it.
 * @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
 */
export function toMixerUserId(platform: string, userId: string): number {
	const own = platform === 'twitch' && /^[1-9]\d*$/.test(userId) ? Number(userId) : Infinity;
	return own <= mostUnsigned ? own : hash(`${platform}:${userId}`);
}

function hash(text: string): number {
	let sum = offsetBasis;
	for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, prime);
	return sum >>> 0 || 1;
}
