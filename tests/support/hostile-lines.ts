const samples = [
	'@badge-info=subscriber/12;badges=broadcaster/1,subscriber/12;color=#8A2BE2;display-name=Ada\\s;emotes=25:0-4,12-16/emotesv2_ab:6-10;id=m1;room-id=1;tmi-sent-ts=17;user-id=7 :ada!ada@ada.tmi.twitch.tv PRIVMSG #pool :Kappa hello Kappa 😀 @bo https://x.invalid e\u0301',
	'@bits=100;emotes=;id=m2;msg-id=animated-message;reply-parent-display-name=Bo;reply-parent-msg-body=are\\syou\\:;reply-parent-msg-id=m1;source-id=s1;source-room-id=2;pinned-chat-paid-amount=500;pinned-chat-paid-currency=EUR :a!a@a PRIVMSG #pool :\u0001ACTION waves 👋 Cheer100\u0001',
	'@display-name=Ada;emotes=25:0-4;id=n1;login=ada;msg-id=resub;msg-param-cumulative-months=12;msg-param-sub-plan=1000;system-msg=Ada\\ssubscribed\\n!;user-id=7 :tmi.twitch.tv USERNOTICE #pool :Kappa again 한국어',
	'@id=n2;login=ada;msg-id=sharedchatnotice;source-msg-id=subgift;msg-param-recipient-display-name=Bo;msg-param-origin-id=o1;source-id=n1;source-room-id=2;system-msg=x :tmi.twitch.tv USERNOTICE #pool',
	'@ban-duration=600;room-id=1;target-user-id=7;tmi-sent-ts=17 :tmi.twitch.tv CLEARCHAT #pool :ada',
	'@login=ada;room-id=;target-msg-id=m1 :tmi.twitch.tv CLEARMSG #pool sup',
	'@emote-only=0;followers-only=-1;r9k=0;slow=30;subs-only=1 :tmi.twitch.tv ROOMSTATE #pool'
];

const commands = ['PRIVMSG', 'PRIVMSG', 'PRIVMSG', 'USERNOTICE', 'CLEARCHAT', 'CLEARMSG', 'ROOMSTATE', 'PING', ''];

const keys = [
	'id',
	'emotes',
	'emotes',
	'badges',
	'color',
	'display-name',
	'bits',
	'msg-id',
	'msg-param-color',
	'__proto__',
	''
];

const pieces = [
	...['@', ':', ';', ' ', '=', '\\', '/', ',', '-', '#', '!', '\r', '\n', '\0', '\u0001', '\u0001ACTION '],
	...[
		'0',
		'9',
		'25',
		'4-0',
		'25:',
		'25:0-4',
		'2-5,1-3',
		'99999999999999999999',
		'-1',
		'1e9',
		'NaN',
		'Kappa',
		'constructor',
		'@bo'
	],
	...[
		'é',
		'😀',
		'\ud83d',
		'\ude00',
		'\u202e',
		'\u0301',
		'\u0301'.repeat(12),
		'\u{e0000}',
		'https://x.invalid/?q=1#f',
		'http://['
	],
	'long '.repeat(40)
];

/** Creates lines that Twitch never sends: known ones with something wrong in them, and others made of the parts of lines. */
export function createHostileLine(random: () => number): string {
	return random() < 0.5 ? mutate(pick(samples, random), random) : generate(random);
}

function mutate(line: string, random: () => number): string {
	let mutated = line;
	for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
		const from = Math.floor(random() * (mutated.length + 1));
		const to = from + Math.floor(random() * random() * 40);
		mutated = mutated.slice(0, from) + replacement(mutated.slice(from, to), random) + mutated.slice(to);
	}
	return mutated;
}

function replacement(cut: string, random: () => number): string {
	const choice = random();
	if (choice < 0.2) return '';
	if (choice < 0.4) return cut + cut;
	if (choice < 0.5) return pick(samples, random).slice(0, 60);
	return pick(pieces, random);
}

function generate(random: () => number): string {
	const tags = times(random, 6, () => `${pick(keys, random)}=${words(random).replaceAll(' ', '\\s')}`).join(';');
	const command = pick(commands, random);
	const channel = random() < 0.9 ? '#pool' : pick(['#', 'pool', ''], random);
	return `@${tags} :a!a@a ${command} ${channel} ${pick([':', ''], random)}${words(random)}`;
}

function words(random: () => number): string {
	return times(random, 12, () => pick(pieces, random)).join('');
}

function times<Item>(random: () => number, most: number, create: () => Item): Item[] {
	return Array.from({ length: Math.floor(random() * (most + 1)) }, create);
}

function pick(items: readonly string[], random: () => number): string {
	return items[Math.floor(random() * items.length)] ?? '';
}
