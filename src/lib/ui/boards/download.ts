/** Hands a text to the browser as a file. */
export function download(name: string, text: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = `${toFileName(name)}.json`;
	link.click();
	// The browser reads it after this task.
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function toFileName(name: string): string {
	const plain = name.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '-');
	return plain.replace(/^-+|-+$/g, '').slice(0, 60) || 'board';
}
