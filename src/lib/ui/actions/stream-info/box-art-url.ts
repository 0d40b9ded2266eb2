import type { Category } from '#lib/model/category.ts';

/** Where a category's picture is, 3 wide by 4 high, for a width in CSS pixels on a sharp screen. */
export function boxArtUrl({ id, artId = id }: Category, imageUrl: string, width: number): string {
	return `${imageUrl}/ttv-boxart/${artId}-${width * 2}x${(width * 8) / 3}.jpg`;
}
