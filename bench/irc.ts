import { decodeLine } from '../src/lib/platforms/twitch/chat-codec.ts';
import { parseIrcMessage } from '../src/lib/platforms/twitch/irc.ts';
import { measure, report } from './measure.ts';

const lineCount = 20_000;
const context = { receivedAt: 0, createId: () => 'none' };
const lines = Array.from({ length: lineCount }, (_, index) => createLine(index));
const json = lines.map((line) => JSON.stringify({ line: line.slice(0, -12) }));

/** Measures IRC lines parsed to what a chat line needs, beside the native JSON parser on texts of equal length. */
export function measureIrc(): void {
	const rates = measure([
		{ name: 'parse, read 6 tags', units: lineCount, run: () => lines.reduce((sum, line) => sum + readLine(line), 0) },
		{
			name: 'parse and decode to a chat event',
			units: lineCount,
			run: () => lines.reduce((sum, line) => sum + (decode(line) ? 1 : 0), 0)
		},
		{
			name: 'JSON.parse of equal length',
			units: lineCount,
			run: () => json.reduce((sum, text) => sum + (JSON.parse(text) ? 1 : 0), 0)
		}
	]);
	report('IRC lines with full tags', 'lines', rates);
}

function readLine(text: string): number {
	const line = parseIrcMessage(text);
	if (!line) return 0;
	const { tags } = line;
	const keys = ['id', 'color', 'display-name', 'badges', 'emotes', 'user-id'];
	return keys.reduce((sum, key) => sum + (tags.get(key)?.length ?? 0), line.params.length);
}

function decode(text: string): unknown {
	const line = parseIrcMessage(text);
	return line && decodeLine(line, context);
}

function createLine(index: number): string {
	return `@badge-info=subscriber/${index % 60};badges=moderator/1,subscriber/12;client-nonce=${index.toString(16).padStart(32, '0')};color=#8A2BE2;display-name=Viewer${index};emotes=25:6-10;first-msg=0;flags=;id=${index.toString(16).padStart(8, '0')}-1111-4222-8333-444455556666;mod=1;returning-chatter=0;room-id=100001;subscriber=1;tmi-sent-ts=${1_760_000_000_000 + index};turbo=0;user-id=${200_000 + index};user-type=mod :viewer${index}!viewer${index}@viewer${index}.tmi.twitch.tv PRIVMSG #tidalkit :Hello Kappa this is line ${index}`;
}
