import type { EmulatedUser, Standing } from './emulated-user.ts';

const firstIds = 200_001;
const firstHalves = (
	'amber brisk coral drowsy ember foggy gentle hollow ivory jolly kindly lunar ' +
	'misty nimble opal pebble quiet rusty salty tidal umber velvet windy zesty'
).split(' ');
const secondHalves = (
	'otter heron anchor beacon clam dory eel fjord gale haddock ' +
	'islet jetty kelp lagoon mussel narwhal osprey puffin reef skiff'
).split(' ');
const dayMs = 86_400_000;
const newest = Date.UTC(2025, 10, 1);

/** How many viewers there are beside the seeded accounts. */
export const crowdSize = firstHalves.length * secondHalves.length;

/** Viewers who are there so that lists are long: they never talk, cannot sign in and are the same in every run. */
export function createCrowd(): readonly EmulatedUser[] {
	return Array.from({ length: crowdSize }, (_, index) => createViewer(index));
}

/** Whether somebody of the crowd has a channel open; TidalKit draws two thirds of it, any other channel little. */
export function isWatching({ id }: EmulatedUser, channel: string): boolean {
	const index = Number(id) - firstIds;
	return channel === 'tidalkit' ? index % 3 !== 2 : index % 40 === channel.length;
}

function createViewer(index: number): EmulatedUser {
	const first = firstHalves[index % firstHalves.length] ?? '';
	const second = secondHalves[Math.floor(index / firstHalves.length)] ?? '';
	const number = index % 5 === 4 ? String((index * 7) % 100) : '';
	return {
		id: String(firstIds + index),
		login: `${first}${second}${number}`,
		displayName: `${capitalize(first)}${capitalize(second)}${number}`,
		color: '',
		broadcasterType: '',
		description: '',
		createdAt: new Date(Date.UTC(2020, 0, 1) + ((index * 37) % 1_800) * dayMs).toISOString().replace('.000', ''),
		canSignIn: false,
		suspended: false,
		badges: [],
		standings: { tidalkit: createStanding(index) }
	};
}

function createStanding(index: number): Standing {
	if (index % 80 === 79) return { banReason: index % 160 === 79 ? 'Spam' : '' };
	return {
		...(index % 4 !== 3 && { followedAt: newest - ((index * 53) % 700) * dayMs }),
		...(index % 7 === 3 && {
			subscribedMonths: 1 + (index % 19),
			tier: (['1000', '1000', '2000', '3000'] as const)[index % 4]
		}),
		...(index % 14 === 3 && { gifterLogin: 'pixelgull' }),
		...(index % 160 === 40 && { badges: ['vip/1'] })
	};
}

function capitalize(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
