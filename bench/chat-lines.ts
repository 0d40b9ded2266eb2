const texts = [
	{ text: 'that was so close', emotes: '' },
	{ text: 'Hello Kappa nice to see you all', emotes: '25:6-10' },
	{ text: 'LUL LUL what a play, who saw it coming? LUL', emotes: '425618:0-2,4-6,40-42' },
	{ text: '@tidalkit what keyboard is that?', emotes: '', reply: true },
	{ text: 'première fois ici, 👋 HeyGuys salut à tous', emotes: '30259:21-27' },
	{ text: 'I have been trying to beat this boss for three days and it only works when nobody watches', emotes: '' }
];

const parentId = '00000000-9999-4222-8333-444455556666';
const replyTags = `reply-parent-display-name=TidalKit;reply-parent-msg-body=new\\skeyboard\\stoday;reply-parent-msg-id=${parentId};reply-parent-user-id=100001;reply-parent-user-login=tidalkit;reply-thread-parent-display-name=TidalKit;reply-thread-parent-msg-id=${parentId};reply-thread-parent-user-id=100001;reply-thread-parent-user-login=tidalkit;`;

/** PRIVMSG lines as a busy channel sends them, with every tag that Twitch sends, each cut out of a frame of its own. */
export function createChatLines(count: number): readonly string[] {
	return Array.from({ length: count }, (_, index) => `${createChatLine(index)}\r\n`.split('\n')[0] ?? '');
}

function createChatLine(index: number): string {
	const { text = '', emotes = '', reply } = texts[index % texts.length] ?? {};
	const color = ['#8A2BE2', '#FF7F50', '', '#1E90FF'][index % 4];
	const badges = ['moderator/1,subscriber/12', 'subscriber/3', '', 'vip/1,bits/100'][index % 4];
	const login = `viewer${(index * 7919) % 5_003}`;
	const nonce = ((index * 2_654_435_761) >>> 0).toString(16).padStart(32, '0');
	const id = `${index.toString(16).padStart(8, '0')}-1111-4222-8333-444455556666`;
	const tags = `badge-info=subscriber/${index % 60};badges=${badges};client-nonce=${nonce};color=${color};display-name=${login};emotes=${emotes};first-msg=0;flags=;id=${id};mod=0;${reply ? replyTags : ''}returning-chatter=0;room-id=100001;subscriber=1;tmi-sent-ts=${1_760_000_000_000 + index};turbo=0;user-id=${200_000 + index};user-type=`;
	return `@${tags} :${login}!${login}@${login}.tmi.twitch.tv PRIVMSG #tidalkit :${text}`;
}
