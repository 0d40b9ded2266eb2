/** The characters that Twitch takes in one line. @see https://dev.twitch.tv/docs/api/reference/#send-chat-message */
export const longestLine = 500;

const counterFrom = 400;

/** The characters left, counted as Twitch counts them; `undefined` while that needs no saying. */
export function charactersLeft(text: string): number | undefined {
	if (text.length < counterFrom) return undefined;
	const length = [...text].length;
	return length < counterFrom ? undefined : longestLine - length;
}

/** The text as one line, as chat takes it. */
export function toOneLine(text: string): string {
	return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

/** Whether a line is a command to carry out; `/me` is a way of writing. */
export function isCommand(text: string): boolean {
	return text.trimStart().startsWith('/') && !/^\s*\/me(?:\s|$)/i.test(text);
}
