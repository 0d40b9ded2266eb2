import type { ThetaEmulator } from '#lib/platforms/theta/emulator/theta-emulator.ts';
import type { Beat, Stage } from './population.ts';
import { thetaConversations, type ThetaLine } from './theta-conversations.ts';

const eventLength = 20;
const excitingTypes: ReadonlySet<ThetaLine['type']> = new Set(['tip', 'gift', 'item', 'subscription', 'raid']);

/** The chats of the emulated THETA.tv, as a place to talk in. */
export function createThetaStage(theta: ThetaEmulator): Stage {
	const known = new Set(theta.users.map(({ id }) => id));
	return {
		threads: thetaConversations.map((lines) => lines.map((line) => toBeat(theta, line))),
		audience: () => theta.watchedChannels().filter((channelId) => known.has(channelId))
	};
}

function toBeat(theta: ThetaEmulator, line: ThetaLine): Beat {
	return {
		length: line.type === 'say' ? line.text.length : eventLength,
		exciting: excitingTypes.has(line.type),
		perform: (channelId) => perform(theta, channelId, line)
	};
}

function perform(theta: ThetaEmulator, channelId: string, line: ThetaLine): string {
	switch (line.type) {
		case 'say':
			return theta.say({ channelId, ...line });
		case 'tip':
			return theta.tip({ channelId, ...line });
		case 'gift':
			return theta.tipByGift({ channelId, ...line });
		case 'item':
			return theta.giveItem({ channelId, ...line });
		case 'follow':
			return theta.follow({ channelId, ...line });
		case 'greeting':
			return theta.greet({ channelId, ...line });
		case 'subscription':
			return theta.subscribe({ channelId, ...line });
		case 'level':
			return theta.levelUp({ channelId, ...line });
		case 'raid':
			return theta.tellOfRaid({ channelId, ...line });
	}
}
