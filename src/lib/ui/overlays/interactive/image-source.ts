import { roomFileUrl } from './room-file.ts';

/** What is drawn for an image: text for an emoji, an address of a host that we chose for everything else. */
export type ImageSource = { readonly text: string } | { readonly url: string };

/** Finds what is drawn for a checked reference; `undefined` where it cannot be known yet. */
export function toImageSource(
	reference: string,
	{ imageUrl, room }: { readonly imageUrl: string; readonly room: string | undefined }
): ImageSource | undefined {
	const [, kind, id = ''] = /^(twitch|file):(.+)$/.exec(reference) ?? [];
	if (kind === 'twitch') return { url: `${imageUrl}/emoticons/v2/${encodeURIComponent(id)}/default/dark/3.0` };
	if (kind === 'file') return room === undefined ? undefined : { url: roomFileUrl(room, id) };
	return { text: reference };
}
