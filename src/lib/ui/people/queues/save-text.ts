/** Has the browser save a text as a file. */
export function saveText(fileName: string, text: string): void {
	const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = fileName;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
