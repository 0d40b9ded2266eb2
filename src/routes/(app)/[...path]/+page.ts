import { error } from '@sveltejs/kit';

/** Every address that no other page takes. */
export function load(): never {
	error(404);
}
