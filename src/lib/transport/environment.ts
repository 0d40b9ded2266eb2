import { systemClock, type Clock } from './clock.ts';
import { systemNetwork, type Network } from './network.ts';

/** Everything outside the program: time, network, and randomness from 0 (inclusive) to 1. */
export interface Environment {
	readonly clock: Clock;
	readonly network: Network;
	readonly random: () => number;
}

/** The real thing. */
export const systemEnvironment: Environment = { clock: systemClock, network: systemNetwork, random: Math.random };
