import type { EmulatedUser, Standing } from './emulated-user.ts';

/** The people of the emulated Twitch; all of them are invented. */
export const seededUsers: readonly EmulatedUser[] = [
	{
		...person('100001', 'tidalkit', 'TidalKit', '#1E90FF'),
		broadcasterType: 'partner',
		description: 'Builds small games by the sea and talks about it.',
		canSignIn: true,
		badges: ['partner/1'],
		standings: {
			mosslantern: { subscribedMonths: 9, followedAt: Date.UTC(2024, 2, 1) },
			anemonearcade: { followedAt: Date.UTC(2023, 6, 9) },
			coralcompiler: { followedAt: Date.UTC(2025, 4, 20) },
			harborwarden: { followedAt: Date.UTC(2024, 10, 2) },
			sazanami_boat: { followedAt: Date.UTC(2025, 8, 30) }
		}
	},
	{
		...person('100002', 'mosslantern', 'MossLantern', '#2E8B57'),
		broadcasterType: 'affiliate',
		description: 'Night walks, forest sounds, slow puzzles.',
		canSignIn: true,
		badges: ['premium/1'],
		standings: inTidalkit({ badges: ['moderator/1'], subscribedMonths: 26 })
	},
	{
		...person('100003', 'quietharbor', 'QuietHarbor', '#9ACD32'),
		canSignIn: true,
		standings: inTidalkit({})
	},
	{
		...person('100005', 'tidebot', 'TideBot', '#00BFFF'),
		description: 'Helps in TidalKit’s chat.',
		canSignIn: true,
		standings: inTidalkit({ badges: ['moderator/1'] })
	},
	{ ...person('100004', 'sunkenship', 'SunkenShip', '#555555'), suspended: true },
	{
		...person('100101', 'pixelgull', 'PixelGull', '#FF7F50'),
		standings: inTidalkit({ badges: ['vip/1'], subscribedMonths: 14 })
	},
	{
		...person('100102', 'harborwarden', 'HarborWarden', '#00FF7F'),
		standings: inTidalkit({ badges: ['moderator/1'], subscribedMonths: 31 })
	},
	{ ...person('100103', 'saltandstatic', 'SaltAndStatic', '#B22222'), standings: inTidalkit({ subscribedMonths: 1 }) },
	{ ...person('100104', 'driftwood_dan', 'Driftwood_Dan', ''), standings: inTidalkit({}) },
	{
		...person('100105', 'coralcompiler', 'CoralCompiler', '#FF69B4'),
		standings: inTidalkit({ subscribedMonths: 18, founder: true })
	},
	{
		...person('100106', 'nightferry', 'nightferry', '#8A2BE2'),
		badges: ['premium/1'],
		standings: inTidalkit({ subscribedMonths: 6 })
	},
	{ ...person('100107', 'kelpwizard42', 'KelpWizard42', '#5F9EA0'), badges: ['bits/1000'], standings: inTidalkit({}) },
	{ ...person('100108', 'sazanami_boat', 'さざなみ', '#DAA520'), standings: inTidalkit({ subscribedMonths: 3 }) },
	{ ...person('100109', 'mawj_hadi', 'موج_هادئ', '#FF4500'), standings: inTidalkit({ subscribedMonths: 2 }) },
	{ ...person('100110', 'buoyancycheck', 'BuoyancyCheck', ''), standings: {} },
	{
		...person('100111', 'lighthouselou', 'LighthouseLou', '#0000FF'),
		badges: ['bits/100'],
		standings: inTidalkit({ badges: ['vip/1'] })
	},
	{ ...person('100112', 'tinytrawler', 'TinyTrawler', '#D2691E'), standings: inTidalkit({}) },
	{
		...person('100113', 'anemonearcade', 'AnemoneArcade', '#008000'),
		broadcasterType: 'partner',
		badges: ['partner/1'],
		standings: inTidalkit({ subscribedMonths: 12 })
	},
	{ ...person('100114', 'gannetgoblin', 'GannetGoblin', '#FF0000'), standings: {} },
	{ ...person('100115', 'moonlitmooring', 'MoonlitMooring', ''), badges: ['premium/1'], standings: inTidalkit({}) },
	{
		...person('100116', 'estuaryecho', 'EstuaryEcho', '#191970'),
		badges: ['bits/5000'],
		standings: inTidalkit({ subscribedMonths: 7 })
	},
	{ ...person('100117', 'barnaclebytes', 'BarnacleBytes', '#FFD700'), standings: {} }
];

function person(id: string, login: string, displayName: string, color: string): EmulatedUser {
	return {
		id,
		login,
		displayName,
		color,
		broadcasterType: '',
		description: '',
		createdAt: new Date(Date.UTC(2019, 0, 1) + (Number(id) % 1_000) * 86_400_000).toISOString().replace('.000', ''),
		canSignIn: false,
		suspended: false,
		badges: [],
		standings: {}
	};
}

function inTidalkit(standing: Standing): Readonly<Record<string, Standing>> {
	return { tidalkit: { followedAt: Date.UTC(2025, 1, 14), ...standing } };
}
