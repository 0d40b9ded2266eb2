import type { EmulatedNotice } from '#lib/platforms/twitch/emulator/irc/emulated-notice.ts';

type WithoutChannel<Notice> = Notice extends unknown ? Omit<Notice, 'channel'> : never;

/** One line or event of a conversation; `{streamer}` in a text becomes the owner of the channel. */
export type TwitchLine =
	| {
			readonly login: string;
			readonly text: string;
			/** Answers the line so many before this one. */
			readonly answers?: number;
			readonly action?: boolean;
			readonly firstMessage?: boolean;
			readonly bits?: number;
			/** The reward that the words are redeemed for, where the channel has it. */
			readonly redeems?: string;
	  }
	| { readonly notice: WithoutChannel<EmulatedNotice> };

const waterReward = '7d1e0a52-0000-4000-8000-000000000001';
const sealReward = '7d1e0a52-0000-4000-8000-000000000002';

/** What the viewers of a cosy indie-game stream talk about; everybody in it is invented. */
export const twitchConversations: readonly (readonly TwitchLine[])[] = [
	[
		{ login: 'harborwarden', text: 'Evening, crew. Kettle is on, seals are fed. HeyGuys' },
		{ login: 'pixelgull', text: 'made it before the boat puzzle this time tidalkWave' },
		{ login: 'driftwood_dan', text: 'you say that every week' },
		{ login: 'pixelgull', text: 'and one week it will be true', answers: 1 },
		{ login: 'moonlitmooring', text: 'is that a new lantern in the tower? it flickers like a real one <3' },
		{ login: 'coralcompiler', text: 'Two sine waves and a bit of noise. Best four lines of shader in the whole game.' },
		{ login: 'moonlitmooring', text: 'four lines! my toaster has more code than that', answers: 1 }
	],
	[
		{ login: 'tinytrawler', text: 'wait, the postman seal has a name tag?' },
		{ login: 'lighthouselou', text: 'His name is Gerald and he has opinions about parcels.' },
		{ login: 'nightferry', text: 'Gerald for harbourmaster LUL', redeems: sealReward },
		{ login: 'kelpwizard42', text: 'gerald would fix the bridge', bits: 100 },
		{ login: 'gannetgoblin', text: 'Gerald would sell the bridge Kappa', answers: 1 },
		{ login: 'tinytrawler', text: 'I would die for Gerald' },
		{ login: 'harborwarden', text: 'Nobody is dying for Gerald. Drink some water.', redeems: waterReward }
	],
	[
		{ login: 'buoyancycheck', text: 'hi! first time here, what game is this?', firstMessage: true },
		{
			login: 'pixelgull',
			text: "welcome!! it's {streamer}'s own game: you deliver post between tiny islands",
			answers: 1
		},
		{ login: 'saltandstatic', text: 'and you never, ever trust the gulls gullScream SoSnowy' },
		{ login: 'pixelgull', text: 'excuse me' },
		{ login: 'buoyancycheck', text: 'this is the calmest chat I have ever walked into <3 otterHype' },
		{ login: 'estuaryecho', text: 'Give it ten minutes. Somebody will say "pineapple" and it all comes down.' }
	],
	[
		{ login: 'nightferry', text: 'pineapple' },
		{ login: 'harborwarden', text: 'Nightferry.' },
		{ login: 'driftwood_dan', text: 'here we go' },
		{ login: 'lighthouselou', text: 'It belongs on pizza and I will be taking no questions.' },
		{ login: 'saltandstatic', text: 'NotLikeThis NotLikeThis NotLikeThis' },
		{ login: 'anemonearcade', text: 'I was gone for FIVE minutes gullScream' },
		{ login: 'harborwarden', text: 'Pizza talk moves to the galley. The tide waits for no one.', answers: 5 }
	],
	[
		{ login: 'coralcompiler', text: 'Did the save bug turn out to be time zones after all?' },
		{ login: 'driftwood_dan', text: 'it is always time zones' },
		{ login: 'barnaclebytes', text: 'or DNS', firstMessage: true },
		{
			login: 'coralcompiler',
			text: 'A lighthouse has no DNS. It has one bit and it is very sure about it.',
			answers: 1
		},
		{ login: 'nightferry', text: 'big endian LUL' },
		{ login: 'estuaryecho', text: 'littoral endian' },
		{ login: 'pixelgull', text: 'someone ban echo for that PogChamp' },
		{ login: 'harborwarden', text: 'Denied. That one was good.', answers: 2 }
	],
	[
		{ login: 'sazanami_boat', text: 'こんばんは！今日の海はきれいですね 🌊✨' },
		{ login: 'moonlitmooring', text: 'こんばんは sazanami! VoHiYo' },
		{ login: 'mawj_hadi', text: 'مساء الخير جميعًا، الموسيقى اليوم هادئة جدًا 🎶' },
		{ login: 'lighthouselou', text: 'Good evening you two! The accordion track is new today.', answers: 1 },
		{ login: 'mawj_hadi', text: 'أحب صوت الأكورديون مع المطر، شكرًا {streamer} 💙' },
		{ login: 'sazanami_boat', text: 'アコーディオン最高 tidalkCozy' }
	],
	[
		{
			notice: {
				type: 'resub',
				login: 'nightferry',
				months: 7,
				streakMonths: 4,
				text: 'seven months of fog and not one regret'
			}
		},
		{ login: 'pixelgull', text: 'tidalkHype tidalkHype tidalkHype' },
		{ login: 'tinytrawler', text: 'PogChamp fog anniversary' },
		{ login: 'coralcompiler', text: 'Seven months and you still miss the jump on the second pier.', answers: 3 },
		{ login: 'nightferry', text: 'the pier moves. I have proof. I have drawings', answers: 1 }
	],
	[
		{ login: 'estuaryecho', text: 'For the rope bridge fund. May it hold this time.', bits: 500 },
		{ login: 'harborwarden', text: 'The fund thanks you. The bridge makes no promises.', answers: 1 },
		{ login: 'driftwood_dan', text: 'narrator: it did not hold' },
		{ login: 'saltandstatic', text: 'oh no' },
		{ login: 'pixelgull', text: 'gently lowers a second, smaller bridge', action: true },
		{ login: 'moonlitmooring', text: '🌉➡️💥➡️🛶 the full experience' }
	],
	[
		{ login: 'lighthouselou', text: 'Real question: if you could put one shop on the third island, what would it be?' },
		{ login: 'kelpwizard42', text: 'a library where the books are slightly damp' },
		{ login: 'tinytrawler', text: 'SOUP' },
		{
			login: 'coralcompiler',
			text: 'A repair shop for weather. "Your drizzle has a rattle, that will be three shells."'
		},
		{ login: 'gannetgoblin', text: 'hat shop but only for gulls' },
		{ login: 'pixelgull', text: 'finally somebody in this chat with a vision', answers: 1 },
		{ login: 'tinytrawler', text: 'no no hear me out. soup' }
	],
	[
		{
			notice: {
				type: 'submysterygift',
				login: 'anemonearcade',
				recipientLogins: ['buoyancycheck', 'tinytrawler', 'gannetgoblin', 'moonlitmooring', 'barnaclebytes']
			}
		},
		{ login: 'tinytrawler', text: 'wait WHAT. thank you anemone!! BibleThump' },
		{ login: 'pixelgull', text: 'five at once tidalkHype tidalkHype' },
		{ login: 'gannetgoblin', text: 'I have been bribed and I respect it' },
		{ login: 'buoyancycheck', text: 'I have been here for twenty minutes and I already live here' },
		{ login: 'anemonearcade', text: 'good chat deserves good emotes <3' }
	],
	[
		{ login: 'moonlitmooring', text: 'my cat just sat down in front of the screen because of the fish animation' },
		{ login: 'nightferry', text: 'the highest form of playtest' },
		{ login: 'driftwood_dan', text: 'did the cat find the bug near the jetty' },
		{ login: 'moonlitmooring', text: 'she found a warm laptop and has stopped working for today', answers: 1 },
		{ login: 'coralcompiler', text: 'Senior engineer, then.' },
		{ login: 'harborwarden', text: 'SeemsGood please send the cat our regards' }
	],
	[
		{ notice: { type: 'raid', login: 'anemonearcade', viewers: 128 } },
		{ login: 'harborwarden', text: 'Welcome aboard, raiders! Shoes off, life vests on. HeyGuys' },
		{ login: 'saltandstatic', text: 'tidalkWave tidalkWave tidalkWave' },
		{ login: 'gannetgoblin', text: 'anemone raid! we come in peace and mostly in slippers' },
		{ login: 'lighthouselou', text: 'So many boats. Somebody light the second lamp!' },
		{ login: 'pixelgull', text: 'what were you all up to over there?' },
		{ login: 'barnaclebytes', text: 'three hours of arranging teacups by mood. it was magnificent', answers: 1 }
	],
	[
		{
			notice: {
				type: 'announcement',
				login: 'harborwarden',
				color: 'BLUE',
				text: 'Demo night is on Saturday at 19:00. Bring a friend and a blanket.'
			}
		},
		{ login: 'tinytrawler', text: 'can I bring soup' },
		{ login: 'harborwarden', text: 'You may bring soup.', answers: 1 },
		{ login: 'kelpwizard42', text: 'saturday!! PogChamp' },
		{ login: 'sazanami_boat', text: '土曜日、楽しみ！ 🎉🍵' }
	],
	[
		{ login: 'driftwood_dan', text: 'is it me or did the rain just change key' },
		{ login: 'coralcompiler', text: 'It follows the wind. East wind is D minor, and the gulls sit down for it.' },
		{ login: 'moonlitmooring', text: 'of course the gulls get a say' },
		{ login: 'pixelgull', text: 'we unionised in patch 0.4' },
		{
			login: 'estuaryecho',
			text: 'I put headphones on for this and now I cannot do my dishes. Thank you, {streamer}, I think.'
		},
		{ login: 'nightferry', text: 'dishes are a tomorrow problem Kappa' }
	],
	[
		{ notice: { type: 'sub', login: 'gannetgoblin', plan: 'Prime' } },
		{ login: 'pixelgull', text: 'the goblin joins the crew! tidalkHype' },
		{ login: 'gannetgoblin', text: 'I was told there would be hats' },
		{ login: 'lighthouselou', text: 'Hats are in the chest by the stairs. Mind the crab.', answers: 1 },
		{ login: 'gannetgoblin', text: 'the crab is wearing my hat 4Head' }
	],
	[
		{ login: 'saltandstatic', text: '🌊🌊🌊🐚🦀🐚🌊🌊🌊' },
		{ login: 'kelpwizard42', text: '👩‍🚀🤝👨‍🌾 astronaut meets seaweed farmer, coming this summer' },
		{ login: 'mawj_hadi', text: 'أريد أن أشاهد هذا الفيلم 😂🍿' },
		{ login: 'sazanami_boat', text: '主演：ジェラルド 🦭' },
		{ login: 'nightferry', text: 'Gerald does his own stunts', answers: 1 }
	],
	[
		{ login: 'barnaclebytes', text: '{streamer} how long did the water take you?' },
		{ login: 'coralcompiler', text: 'A weekend for the waves and about a year for the colour.', answers: 1 },
		{
			login: 'barnaclebytes',
			text: 'worth it. it looks like the ten minutes after sunset, when nobody wants to go home yet'
		},
		{ login: 'estuaryecho', text: 'Well, now I am homesick for a place made of triangles.' },
		{ login: 'moonlitmooring', text: 'same <3 <3' }
	],
	[
		{ notice: { type: 'viewermilestone', login: 'moonlitmooring', streak: 10, text: 'ten in a row, tea number ten' } },
		{ login: 'harborwarden', text: 'Ten streams! You get the good chair today.' },
		{ login: 'driftwood_dan', text: 'I wanted the good chair' },
		{ login: 'moonlitmooring', text: 'we can share, it is a bench', answers: 1 }
	]
];
