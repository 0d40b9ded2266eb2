/** The parts an emote is drawn from, on a field of 112 by 112. */
export interface EmoteDrawing {
	readonly shape: keyof typeof shapes;
	readonly fill: string;
	readonly eyes?: keyof typeof eyes;
	readonly mouth?: keyof typeof mouths;
	readonly accent?: keyof typeof accents;
}

const shapes = {
	round: '<circle cx="56" cy="58" r="42"/>',
	square: '<rect x="18" y="14" width="76" height="88" rx="24"/>',
	drop: '<path d="M56 8c10 18 42 28 42 56a42 40 0 0 1-84 0c0-28 32-38 42-56z"/>',
	heart: '<path d="M56 100C8 66 8 18 36 18q14 0 20 15 6-15 20-15c28 0 28 48-20 82z"/>',
	star: '<path d="M56 6l14 30 33 4-24 23 6 33-29-16-29 16 6-33L9 40l33-4z" stroke-linejoin="round"/>',
	wave: '<path d="M8 96c6-52 30-82 60-82 22 0 36 16 36 34 0-10-10-16-19-14-22 4-9 44 19 44v18z"/>',
	lantern: '<path d="M40 20h32l12 18v44l-12 18H40L28 82V38zM46 20a10 10 0 0 1 20 0"/>'
} as const;

const eyes = {
	dots: '<circle cx="42" cy="52" r="5"/><circle cx="70" cy="52" r="5"/>',
	wide: '<g stroke-width="3"><circle cx="40" cy="49" r="11" fill="#fff"/><circle cx="72" cy="49" r="11" fill="#fff"/></g><g stroke="none"><circle cx="42" cy="50" r="5"/><circle cx="70" cy="50" r="5"/></g>',
	closed: '<path d="M33 53q8-10 16 0M63 53q8-10 16 0" fill="none"/>',
	raised:
		'<circle cx="42" cy="54" r="5"/><circle cx="70" cy="54" r="5"/><path d="M33 44h18M61 40q9-8 18-2" fill="none"/>',
	shut: '<path d="M34 44l14 7-14 7M78 44l-14 7 14 7" fill="none"/>'
} as const;

const mouths = {
	smirk: '<path d="M40 76q18 8 32-6" fill="none"/>',
	open: '<ellipse cx="56" cy="79" rx="11" ry="14"/>',
	laugh: '<path d="M34 66h44q-3 24-22 24T34 66z"/>',
	smile: '<path d="M40 71q16 14 32 0" fill="none"/>',
	teeth: '<path d="M34 68h44q-2 22-22 22T34 68z" fill="#fff"/><path d="M34 77h43M56 68v22" fill="none"/>',
	frown: '<path d="M42 82q14-12 28 0" fill="none"/>'
} as const;

const accents = {
	hand: '<path d="M78 96V58q0-8 7-8t7 8v12q12-2 12 8v18q-13 12-26 0z" fill="#fff3e6"/>',
	hands: '<path d="M10 98q-4-34 24-44 4 8-4 16l-6 32zM102 98q4-34-24-44-4 8 4 16l6 32z" fill="#fff3e6"/>',
	tears: '<path d="M36 60q-8 16 0 20 8-4 0-20zM76 60q-8 16 0 20 8-4 0-20z" fill="#6cc5f5"/>',
	sparkles: '<path d="M16 16l4 8 8 4-8 4-4 8-4-8-8-4 8-4zM96 12l3 6 6 3-6 3-3 6-3-6-6-3 6-3z" fill="#fff"/>',
	scarf: '<path d="M20 82q36 22 72 0v12q-36 20-72 0zM70 94l6 16h12l-4-22z" fill="#e4572e"/>'
} as const;

/** Draws an emote as an SVG of the given edge length. */
export function drawEmote(drawing: EmoteDrawing, theme: 'dark' | 'light', edge: number): string {
	const ink = theme === 'dark' ? '#17141f' : '#2c2738';
	const face = [drawing.eyes && eyes[drawing.eyes], drawing.mouth && mouths[drawing.mouth]].join('');
	const accent = drawing.accent ? accents[drawing.accent] : '';
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${edge}" height="${edge}" viewBox="0 0 112 112">\
<g stroke="${ink}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">\
<g fill="${drawing.fill}">${shapes[drawing.shape]}</g><g fill="${ink}">${face}</g>${accent}</g></svg>`;
}
