import type { ChannelRef } from '#lib/model/channel.ts';
import type { ConnectionProblem, ConnectionStatus } from '#lib/model/connection-status.ts';
import { m } from '#lib/paraglide/messages.js';
import { isRegisteredPlatform, manifests } from '#lib/platforms/manifests.ts';

interface Words {
	readonly platform: string;
	readonly channel: string;
}

const problems: Readonly<Record<ConnectionProblem, (words: Words) => string>> = {
	network: m.problem_network,
	authorization: m.problem_authorization,
	channel_not_found: m.problem_channel_not_found,
	channel_suspended: m.problem_channel_suspended,
	banned: m.problem_banned,
	key_missing: m.problem_key_missing,
	key_refused: m.problem_key_refused,
	platform_trouble: m.problem_platform_trouble
};

/** How loud a status is: `fine` needs no words, `busy` passes by itself, `trouble` needs to be read. */
export type StatusTone = 'fine' | 'busy' | 'trouble';

/** The platform's name as it writes itself. */
export function platformName(platform: string): string {
	return isRegisteredPlatform(platform) ? manifests[platform].name : platform;
}

/** How loud a status is. */
export function statusTone({ state, problem }: ConnectionStatus): StatusTone {
	if (state === 'connected') return problem === undefined ? 'fine' : 'trouble';
	if (state === 'closed') return 'fine';
	return state === 'stopped' || isLasting(problem) ? 'trouble' : 'busy';
}

/** A status in plain words; `name` is what people call the channel. */
export function statusText(channel: ChannelRef, status: ConnectionStatus, name = channel.key): string {
	const words = { platform: platformName(channel.platform), channel: name };
	switch (status.state) {
		case 'connecting':
			return m.status_connecting(words);
		case 'waiting':
			return status.problem && isLasting(status.problem) ? problems[status.problem](words) : m.status_waiting(words);
		case 'connected':
			if (status.problem) return problems[status.problem](words);
			return status.identity === 'account' ? m.status_connected(words) : m.status_reading(words);
		case 'stopped':
			return status.problem ? problems[status.problem](words) : m.status_stopped(words);
		case 'closed':
			return m.status_closed(words);
		default:
			return status.state satisfies never;
	}
}

/** Whether a wait is for something other than the network: then its reason is worth more than the word "reconnecting". */
function isLasting(problem: ConnectionProblem | undefined): boolean {
	return problem !== undefined && problem !== 'network';
}
