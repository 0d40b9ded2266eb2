import { existsSync } from 'node:fs';
import { build } from 'vite';

const tmiPackage = 'bench/node_modules/tmi.js';

/**
 * The limit: text only, one update a frame, 200 nodes, nothing parsed but the text. It builds every line; `skips` leaves out
 * those that the same frame would remove again, so that what is left is reading the socket.
 */
export const bareList = (skips: boolean): string => `<!doctype html><meta charset="utf-8"><title>Bare list</title>
<style>
body { margin: 0; overflow: hidden }
#list { position: fixed; inset: 0; overflow: hidden; display: flex; flex-direction: column; justify-content: flex-end; font: 20px/1.4 system-ui }
#list div { flex: none }
</style><div id="list"></div>
<script>
const list = document.getElementById('list');
let waiting = [];
const socket = new WebSocket(location.origin.replace('http', 'ws'));
socket.onopen = () => socket.send('CAP REQ :twitch.tv/tags twitch.tv/commands\\r\\nPASS SCHMOOPIIE\\r\\nNICK justinfan1\\r\\nJOIN #tidalkit\\r\\n');
socket.onmessage = ({ data }) => {
	for (const line of data.split('\\r\\n')) {
		const text = line.indexOf(' PRIVMSG ');
		if (text < 0) continue;
		if (waiting.length === 0) requestAnimationFrame(draw);
		waiting.push(line.slice(line.indexOf(' :', text) + 2));
	}
};
function draw() {
	const batch = document.createDocumentFragment();
	for (const text of ${skips ? 'waiting.slice(-200)' : 'waiting'}) {
		const line = document.createElement('div');
		line.textContent = text;
		batch.append(line);
	}
	waiting = [];
	list.append(batch);
	while (list.childElementCount > 200) list.firstElementChild.remove();
}
</script>`;

const naiveScript = `
import tmi from 'tmi.js';
const list = document.getElementById('list');
const client = new tmi.Client({ channels: ['tidalkit'], connection: { server: location.hostname, port: Number(location.port), secure: false } });
client.on('message', (channel, tags, message) => {
	const line = document.createElement('div');
	for (const badge of Object.keys(tags.badges ?? {})) {
		const image = document.createElement('img');
		image.src = '/images/badges/' + badge;
		image.width = image.height = 18;
		line.append(image);
	}
	const name = document.createElement('b');
	name.style.color = tags.color ?? '';
	name.textContent = tags['display-name'] + ': ';
	line.append(name);
	const marks = Object.entries(tags.emotes ?? {}).flatMap(([id, ranges]) => ranges.map((range) => [id, ...range.split('-').map(Number)]));
	marks.sort((one, other) => one[1] - other[1]);
	let end = 0;
	for (const [id, from, to] of marks) {
		line.append(message.slice(end, from));
		const image = document.createElement('img');
		image.src = '/images/emoticons/v2/' + id + '/default/dark/2.0';
		image.width = image.height = 28;
		line.append(image);
		end = to + 1;
	}
	line.append(message.slice(end));
	list.append(line);
	while (list.childElementCount > 200) list.firstElementChild.remove();
	list.scrollTop = list.scrollHeight;
});
client.connect();
`;

/** A page as tutorials for tmi.js write it: each message appended when it comes; nothing where tmi.js is not installed. */
export async function buildNaivePage(): Promise<string | undefined> {
	if (!existsSync(tmiPackage)) return undefined;
	const entry = 'virtual:naive-page';
	const result = await build({
		configFile: false,
		logLevel: 'error',
		plugins: [
			{
				name: 'naive-page',
				resolveId: (id) =>
					id === entry ? `\0${entry}` : id === 'tmi.js' ? { id: `${process.cwd()}/${tmiPackage}/index.js` } : null,
				load: (id) => (id === `\0${entry}` ? naiveScript : null)
			}
		],
		define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
		build: { write: false, rolldownOptions: { input: entry, output: { format: 'iife' } } }
	});
	const outputs = Array.isArray(result) ? result : [result];
	const code = outputs
		.flatMap((one) => ('output' in one ? one.output : []))
		.find((file) => file.type === 'chunk')?.code;
	if (code === undefined) throw new Error('The bundle of the tmi.js page is empty.');
	return `<!doctype html><meta charset="utf-8"><title>tmi.js</title>
<style>body { margin: 0; overflow: hidden } #list { position: fixed; inset: 0; overflow: hidden; font: 20px/1.4 system-ui }</style>
<div id="list"></div><script>${code.replaceAll('</script', '<\\/script')}</script>`;
}
