import { createThetaEmulator, type ThetaEmulator } from '#lib/platforms/theta/emulator/theta-emulator.ts';
import type { EmulatedThetaClient } from '#lib/platforms/theta/emulator/theta-client.ts';
import {
	createThirdPartyEmulator,
	type ThirdPartyEmulator
} from '#lib/platforms/twitch/emulator/third-party/third-party-emulator.ts';
import { createRecentMessages } from '#lib/platforms/twitch/emulator/recent-messages/recent-messages.ts';
import {
	createTwitchEmulator,
	type EmulatedClient,
	type TwitchEmulator
} from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { FaultBoard } from './faults.ts';
import { Gate } from './gate.ts';
import { answerControl, isControl } from './control.ts';
import type { InPageServer } from './in-page-network.ts';
import { Journal } from './journal.ts';
import { Population } from './population.ts';
import { seededRandom } from './seeded-random.ts';
import { createThetaStage } from './theta-stage.ts';
import { createTwitchStage } from './twitch-stage.ts';

/** What a world is made with. */
export interface WorldOptions {
	readonly clock: Clock;
	/** Makes codes and tokens. */
	readonly random: () => number;
	/** Where its host is reached (`http://127.0.0.1:8788`). */
	readonly origin: string;
	readonly twitchClients: readonly EmulatedClient[];
	readonly thetaClients: readonly EmulatedThetaClient[];
	readonly subscribeKey: string;
	readonly publishKey: string;
	/** Whether the population talks from the start, and after a reset. */
	readonly populated: boolean;
	/** Makes the population the same each time. */
	readonly populationSeed?: number;
}

/** Both platforms, the services around them, the people in them, and the control API over them. */
export interface World extends InPageServer {
	readonly twitch: TwitchEmulator;
	readonly theta: ThetaEmulator;
	readonly thirdParties: ThirdPartyEmulator;
	readonly gate: Gate;
	readonly faults: FaultBoard;
	readonly journal: Journal;
	readonly population: Population;
	fetch(request: Request): Promise<Response>;
	/** Back to the beginning: no faults, an empty journal, nobody signed in, no connection. */
	reset(): void;
	/** Ends every connection and every timer. */
	close(): void;
}

/** Creates a world of its own. */
export function createWorld(options: WorldOptions): World {
	const { clock, random, origin, subscribeKey, publishKey, populated, populationSeed = 1 } = options;
	const twitch = createTwitchEmulator({ clock, random, clients: options.twitchClients, baseUrl: `${origin}/twitch` });
	const theta = createThetaEmulator({
		clock,
		random,
		clients: options.thetaClients,
		subscribeKey,
		publishKey,
		baseUrl: origin
	});
	const recentMessages = createRecentMessages({ clock, twitch });
	const faults = new FaultBoard(clock);
	const journal = new Journal(clock);
	const thirdParties = createThirdPartyEmulator(clock);
	const platforms = [twitch, theta, thirdParties, recentMessages];
	const gate = new Gate({ clock, platforms, faults, journal });
	const stages = [createTwitchStage(twitch), createThetaStage(theta)];
	const population = new Population({ clock, random: seededRandom(populationSeed), stages });
	const close = () => {
		population.stop();
		faults.clear();
		twitch.reset();
		theta.reset();
		recentMessages.reset();
		thirdParties.reset();
		gate.cutAll();
	};
	const world: World = {
		twitch,
		theta,
		thirdParties,
		gate,
		faults,
		journal,
		population,
		fetch: (request) => (isControl(request) ? answerControl(request, world) : gate.fetch(request)),
		accept: (socket, url) => gate.accept(socket, url),
		reset() {
			close();
			journal.clear();
			if (populated) population.start();
		},
		close
	};
	if (populated) population.start();
	return world;
}
