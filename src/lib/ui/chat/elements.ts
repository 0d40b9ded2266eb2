/** Creates an element with a class and, where given, a text that stays text. */
export function createElement<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	className: string,
	text?: string
): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag);
	element.className = className;
	if (text !== undefined) element.textContent = text;
	return element;
}

/** Creates an inline element whose text runs in its own direction, without turning what stands around it. */
export function createIsolated(className: string, text: string): HTMLElement {
	const element = createElement('bdi', className, text);
	element.dir = 'auto';
	return element;
}
