/** What can go wrong with an action, in the order of the table's columns. */
const situations = [
	'too many requests',
	'trouble at Twitch',
	'connection lost',
	'permission missing',
	'offline',
	'no affiliate'
] as const;

export type Situation = (typeof situations)[number];

/** What is told; or the spec that asserts it already; or why it cannot come to that. */
type Cell =
	| { readonly told: string; readonly at?: 'opening' }
	| { readonly coveredElsewhere: string }
	| { readonly cannotBe: string };

const tooMany = { told: 'Twitch takes no more requests just now' };
const notDone = { told: 'nothing was changed. You can try again.' };
const unknown = { told: 'it is not known whether this was done' };
const permission = { told: 'This needs a permission that you have not given yet' };
const permissionFirst = { ...permission, at: 'opening' } as const;
const staysQueued = { told: 'It stays in the queue and is tried again' };
const noneRun = { told: 'none were run' };
const adsOffline = { told: 'Ads run while you are live.' };
const noneToPutOff = { told: 'There is no ad to put off' };
const affiliates = { told: 'affiliates and partners only' };
const offlineToo = { cannotBe: 'works offline too' };
const forEverybody = { cannotBe: 'every channel has it' };
const queueAsks = { cannotBe: 'the queue asks for the permission before it shows anything' };
const noneRedeemed = { cannotBe: 'nothing can be redeemed' };
const votes = { coveredElsewhere: 'votes.spec.ts' };
const reach = { coveredElsewhere: 'reach.spec.ts' };
const room = { coveredElsewhere: 'room.spec.ts' };
const marker = { coveredElsewhere: 'actions.spec.ts' };
const information = { coveredElsewhere: 'stream-information.spec.ts' };

const table = {
	'a poll': [votes, votes, votes, votes, votes, affiliates],
	'a prediction': [tooMany, notDone, unknown, permission, offlineToo, votes],
	'a raid': [reach, reach, unknown, permission, reach, forEverybody],
	'a shoutout': [staysQueued, unknown, unknown, permission, reach, forEverybody],
	'an announcement': [reach, reach, unknown, permission, offlineToo, forEverybody],
	'ads run': [noneRun, unknown, unknown, permission, adsOffline, reach],
	'an ad put off': [tooMany, unknown, unknown, permissionFirst, noneToPutOff, reach],
	'the stream information': [information, information, unknown, permission, offlineToo, forEverybody],
	'a clip': [tooMany, unknown, unknown, permission, information, forEverybody],
	'a marker': [tooMany, unknown, unknown, marker, marker, forEverybody],
	'a chat mode': [room, room, unknown, permission, offlineToo, forEverybody],
	'Shield Mode': [tooMany, unknown, unknown, permissionFirst, offlineToo, forEverybody],
	'the panic button': [tooMany, unknown, unknown, room, offlineToo, forEverybody],
	'a reward': [tooMany, room, unknown, permissionFirst, offlineToo, room],
	'a redemption': [tooMany, unknown, unknown, queueAsks, offlineToo, noneRedeemed]
} as const satisfies Record<string, readonly [Cell, Cell, Cell, Cell, Cell, Cell]>;

export type ActionName = keyof typeof table;

/** What this action tells in a situation, unless another spec asserts it or it cannot come to that. */
export function findTold(action: ActionName, situation: Situation): { told: string; at?: 'opening' } | undefined {
	const cell: Cell | undefined = table[action][situations.indexOf(situation)];
	return cell && 'told' in cell ? cell : undefined;
}
