/** Decodes one part of a path; what is no valid encoding stays as it came. */
export function decodePart(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

/** Decodes PubNub channels: each name is encoded, the commas between them are not; `,` alone names none. */
export function decodeChannels(part: string): readonly string[] {
	return part.split(',').filter(Boolean).map(decodePart);
}
