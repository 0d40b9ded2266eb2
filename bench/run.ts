import { measureIrc } from './irc.ts';
import { measureRendering } from './rendering.ts';
import { measureRoom } from './room.ts';

const parts: Readonly<Record<string, () => void | Promise<void>>> = {
	irc: measureIrc,
	room: measureRoom,
	page: measureRendering
};
const wanted = process.argv.slice(2);

for (const [name, run] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await run();
