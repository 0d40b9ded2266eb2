import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { m } from '#lib/paraglide/messages.js';

const longestPath = 120;
const reasons: ReadonlyMap<number, () => string> = new Map([
	[errorCodes.notJson, m.boards_import_not_json],
	[errorCodes.outOfMemory, m.boards_import_large],
	[errorCodes.controlExists, m.boards_import_twice],
	[errorCodes.sceneExists, m.boards_import_twice],
	[errorCodes.unknownControlType, m.boards_import_kind]
]);

/** Why a file was not taken, and where in it the reason lies. */
export function importProblem(error: unknown): string {
	if (!(error instanceof CallError)) return m.boards_import_unreadable();
	const reason = (reasons.get(error.code) ?? m.boards_import_malformed)();
	return error.path === '' ? reason : `${reason} ${m.boards_import_at({ path: error.path.slice(0, longestPath) })}`;
}
