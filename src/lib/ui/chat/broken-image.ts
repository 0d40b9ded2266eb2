/** Puts something else in the place of an image that does not load: a badge's own icon, or what an emote is called. */
export function replaceBrokenImage({ target }: Event): void {
	if (!(target instanceof HTMLImageElement)) return;
	const { fallback } = target.dataset;
	delete target.dataset['fallback'];
	if (fallback !== undefined) target.src = fallback;
	else if (target.classList.contains('emote')) target.replaceWith(target.alt);
	else target.remove();
}
