/** The kinds of files that are kept, each by what its bytes are at some places. */
const signatures: readonly (readonly [type: string, ...parts: readonly (readonly [at: number, bytes: string])[]])[] = [
	['image/png', [0, '\x89PNG\r\n\x1a\n']],
	['image/gif', [0, 'GIF8']],
	['image/jpeg', [0, '\xff\xd8\xff']],
	['image/webp', [0, 'RIFF'], [8, 'WEBP']],
	['audio/wav', [0, 'RIFF'], [8, 'WAVE']],
	['audio/ogg', [0, 'OggS']],
	['audio/mpeg', [0, 'ID3']],
	['audio/mpeg', [0, '\xff\xfb']],
	['audio/mpeg', [0, '\xff\xf3']],
	['audio/mpeg', [0, '\xff\xf2']]
];

/** What a file is by its own bytes, whatever anybody says; `undefined` for what is not kept. @see https://mimesniff.spec.whatwg.org/ */
export function sniffType(file: ArrayBuffer): string | undefined {
	const head = String.fromCharCode(...new Uint8Array(file.slice(0, 16)));
	return signatures.find(([, ...parts]) => parts.every(([at, bytes]) => head.startsWith(bytes, at)))?.[0];
}
