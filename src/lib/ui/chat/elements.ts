const templates = new Map<string, HTMLElement>();

/** Creates an element with a class and, where given, a text that stays text. */
export function createElement<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	className: string,
	text?: string
): HTMLElementTagNameMap[Tag] {
	const element = copyTemplate(tag, className) as HTMLElementTagNameMap[Tag];
	if (text !== undefined) element.textContent = text;
	return element;
}

/** Copying an element costs less than making one and setting its attributes; there are as many as classes in our code. */
function copyTemplate(tag: keyof HTMLElementTagNameMap, className: string): Node {
	const key = `${tag}.${className}`;
	const known = templates.get(key);
	if (known) return known.cloneNode();
	const template = document.createElement(tag);
	if (className !== '') template.className = className;
	templates.set(key, template);
	return template.cloneNode();
}

/** Creates an inline element whose text runs in its own direction, without turning what stands around it. */
export function createIsolated(className: string, text: string): HTMLElement {
	const element = createElement('bdi', className, text);
	element.dir = 'auto';
	return element;
}
