const colors = ['#FF0000', '#1E90FF', '#8A2BE2', '#00FF7F', '#DAA520', '#5F9EA0', '#2E8B57', '#FF69B4'];
const sentences = [
	'that was closer than it looked from here',
	'chat what did I miss',
	'the tide turns at the second marker, every single time I have watched this',
	'gg',
	'I would never have gone left there, honestly, but it worked out'
];

/** One stretch of chat with full tags: 300 people, two badges on every second line, emotes on two of five. */
const variants = Array.from({ length: 500 }, (_, index) => createVariant(index));

/** The line number `sequence`; its text ends in `@` and the epoch ms at which it is sent. */
export function createLine(sequence: number, now: number): string {
	const [beforeId = '', afterId = ''] = variants[sequence % variants.length] ?? [];
	return `${beforeId}${sequence.toString(16).padStart(12, '0')}${afterId}${now}`;
}

function createVariant(index: number): readonly [string, string] {
	const person = index % 300;
	const badges = index % 2 === 0 ? 'subscriber/12,premium/1' : '';
	const emotes = index % 5 < 2;
	const text = sentences[index % sentences.length] ?? '';
	return [
		`@badge-info=;badges=${badges};client-nonce=;color=${colors[person % colors.length] ?? ''};display-name=Viewer${person};emotes=${emotes ? '25:0-4,6-10' : ''};first-msg=0;flags=;id=00000000-0000-4000-8000-`,
		`;mod=0;returning-chatter=0;room-id=100001;subscriber=1;tmi-sent-ts=1760000000000;turbo=0;user-id=${200_000 + person};user-type= :viewer${person}!viewer${person}@viewer${person}.tmi.twitch.tv PRIVMSG #tidalkit :${emotes ? 'Kappa Kappa ' : ''}${text} @`
	];
}
