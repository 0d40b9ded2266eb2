/** What a channel can be streaming; most are invented. */
export interface EmulatedCategory {
	readonly id: string;
	readonly name: string;
	/** Its picture came from IGDB, which Twitch writes into the picture's name. */
	readonly igdb?: true;
}

/** The categories of the emulated Twitch. */
export const emulatedCategories: readonly EmulatedCategory[] = [
	{ id: '1469308723', name: 'Software and Game Development' },
	{ id: '509658', name: 'Just Chatting' },
	{ id: '509672', name: 'IRL' },
	{ id: '27284', name: 'Retro' },
	{ id: '509660', name: 'Art' },
	{ id: '26936', name: 'Music' },
	{ id: '509673', name: 'Makers & Crafting' },
	{ id: '417752', name: 'Talk Shows & Podcasts' },
	{ id: '509659', name: 'Sleep & Quiet' },
	{ id: '900001', name: 'Lighthouse Keeper', igdb: true },
	{ id: '900002', name: 'Lighthouse Keeper: Fog Season', igdb: true },
	{ id: '900003', name: 'Tidepool Tactics', igdb: true },
	{ id: '900004', name: 'Kelp & Kin', igdb: true },
	{ id: '900005', name: 'Harbor Haul 3', igdb: true },
	{ id: '900006', name: 'Gull Racing Deluxe', igdb: true },
	{ id: '900007', name: 'Deep Current', igdb: true },
	{ id: '900008', name: 'Deep Current: Abyssal Edition with a Name That Goes On for Quite a While', igdb: true },
	{ id: '900009', name: 'Saltmarsh Stories', igdb: true },
	{ id: '900010', name: '潮騒ものがたり', igdb: true },
	{ id: '900011', name: 'Cartographer’s Dice' },
	{ id: '900012', name: 'Anchor Point Online' },
	{ id: '900013', name: 'Barnacle Ball' }
];

/** The category of that id. */
export function findCategory(id: string): EmulatedCategory | undefined {
	return emulatedCategories.find((category) => category.id === id);
}

/** The file name of a category's picture, up to its size. */
export function boxArtName({ id, igdb }: EmulatedCategory): string {
	return igdb ? `${id}_IGDB` : id;
}
