/** One thing that a THETA.tv viewer does. */
export type ThetaLine =
	| { readonly type: 'say'; readonly username: string; readonly text: string }
	| { readonly type: 'tip'; readonly username: string; readonly tfuel: number; readonly note: string }
	| { readonly type: 'gift'; readonly username: string; readonly giftName: string; readonly tfuel: number }
	| { readonly type: 'item'; readonly username: string; readonly itemName: string; readonly note: string }
	| { readonly type: 'follow' | 'greeting'; readonly username: string }
	| { readonly type: 'subscription'; readonly username: string; readonly months: number; readonly gifter?: string }
	| { readonly type: 'level'; readonly username: string; readonly level: number }
	| { readonly type: 'raid'; readonly username: string; readonly viewers: number };

/** What the viewers on THETA.tv talk about; everybody in it is invented. */
export const thetaConversations: readonly (readonly ThetaLine[])[] = [
	[
		{ type: 'greeting', username: 'quietquasar' },
		{ type: 'say', username: 'lanternfish', text: 'good evening from the other side of the bay :wave:' },
		{ type: 'say', username: 'velvetotter', text: 'we brought snacks, the good ones' },
		{ type: 'say', username: 'quietquasar', text: 'hello! I followed the smell of snacks' },
		{ type: 'say', username: 'lanternfish', text: 'a valid way to find a stream' }
	],
	[
		{ type: 'say', username: 'mossandmoon', text: 'the little seal just saluted me, I am not making this up' },
		{
			type: 'say',
			username: 'copperkettle',
			text: 'Gerald salutes everyone who carries a parcel. He is a professional.'
		},
		{ type: 'tip', username: 'mossandmoon', tfuel: 25, note: 'for the seal' },
		{ type: 'say', username: 'velvetotter', text: 'seal money :tfuel: :tfuel:' },
		{ type: 'say', username: 'tinytrebuchet', text: 'he will spend it all on herring' }
	],
	[
		{ type: 'follow', username: 'nightbaker' },
		{
			type: 'say',
			username: 'nightbaker',
			text: 'the bread is in the oven and I have forty minutes, what did I miss?'
		},
		{ type: 'say', username: 'saltmarsh', text: 'one bridge, two arguments about soup, a very good sunset' },
		{ type: 'say', username: 'nightbaker', text: 'what kind of soup' },
		{ type: 'say', username: 'saltmarsh', text: 'that was the second argument' }
	],
	[
		{ type: 'item', username: 'velvetotter', itemName: 'Rocket', note: 'to the lighthouse!' },
		{ type: 'say', username: 'lanternfish', text: 'a rocket in a cosy game, bold' },
		{ type: 'say', username: 'tinytrebuchet', text: 'I would have used a trebuchet but nobody asked me' },
		{ type: 'say', username: 'copperkettle', text: 'nobody ever has to ask you' }
	],
	[
		{
			type: 'say',
			username: 'tinytrebuchet',
			text: 'which island are we on? I lost count at the one shaped like a sock'
		},
		{ type: 'say', username: 'mossandmoon', text: 'Sock is island four. This is Left Sock.' },
		{ type: 'say', username: 'quietquasar', text: 'there is a pair?? 🧦🧦' },
		{ type: 'level', username: 'quietquasar', level: 2 },
		{ type: 'say', username: 'lanternfish', text: 'level two! you notice socks now' }
	],
	[
		{ type: 'subscription', username: 'saltmarsh', months: 1 },
		{ type: 'say', username: 'velvetotter', text: 'welcome to the crew, saltmarsh! :flex:' },
		{ type: 'say', username: 'saltmarsh', text: 'I came for the waves and stayed for the weather report' },
		{ type: 'subscription', username: 'quietquasar', months: 1, gifter: 'velvetotter' },
		{ type: 'say', username: 'quietquasar', text: 'oh! thank you otter, that is very kind 💜' }
	],
	[
		{ type: 'say', username: 'copperkettle', text: 'tea report: smoky, slightly too strong, perfect' },
		{ type: 'say', username: 'nightbaker', text: 'bread report: loud crust' },
		{ type: 'say', username: 'mossandmoon', text: 'rain report: sideways' },
		{ type: 'tip', username: 'copperkettle', tfuel: 8, note: 'a biscuit for the streamer' },
		{ type: 'say', username: 'lanternfish', text: 'this chat is three grandmothers in a lighthouse and I love it' }
	],
	[
		{ type: 'raid', username: 'northpier', viewers: 19 },
		{ type: 'say', username: 'velvetotter', text: 'nineteen boats! mind the jetty, it is freshly painted' },
		{ type: 'gift', username: 'lanternfish', giftName: 'Lantern', tfuel: 5 },
		{ type: 'say', username: 'nightbaker', text: 'a lantern so that everybody finds the bread' }
	],
	[
		{ type: 'say', username: 'lanternfish', text: 'שלום לכולם, איזה ים יפה היום 🌊' },
		{ type: 'say', username: 'mossandmoon', text: 'hello lanternfish, the sea says hello back' },
		{ type: 'say', username: 'tinytrebuchet', text: '🌊👋🐟' }
	]
];
