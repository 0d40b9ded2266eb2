import { RejectionError } from '#lib/model/errors.ts';
import type { HelixRequest } from './request.ts';

const numericId = /^\d{1,20}$/;
const anyId = /^[\w-]{1,200}$/;
const namesPerson = /^(?:.+_)?(?:broadcaster|moderator|user|sender)_id$/;
const namesThing = /^(?:.+_)?id$/;

/**
 * Refuses a call that lacks a value or names something by what is no id, since it could do to all what was meant for
 * one: a deletion without a message id clears the chat. Throws `RejectionError` `incomplete`.
 */
export function refuseMalformed({ path, query = {}, body }: HelixRequest): void {
	if ([...listValues(query), ...listIds(body)].every(isWellFormed)) return;
	throw new RejectionError('incomplete', `A call of ${path} lacks a value.`);
}

interface NamedValue {
	readonly name: string;
	readonly value: string;
}

function isWellFormed({ name, value }: NamedValue): boolean {
	if (namesPerson.test(name)) return numericId.test(value);
	return namesThing.test(name) ? anyId.test(value) : value !== '';
}

/** A list of none has one empty value. */
function listValues(query: NonNullable<HelixRequest['query']>): NamedValue[] {
	return Object.entries(query).flatMap(([name, value]) =>
		(value.length === 0 ? [''] : [value].flat()).map((one) => ({ name, value: one }))
	);
}

/** Only people are named in a body by what could be mistaken. */
function listIds(body: unknown): NamedValue[] {
	if (typeof body !== 'object' || body === null) return [];
	return Object.entries(body).flatMap(([name, value]) => {
		if (name === 'data') return listIds(value);
		return namesPerson.test(name) ? [{ name, value: String(value) }] : [];
	});
}
