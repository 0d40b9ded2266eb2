import { expect, test } from 'vitest';
import { decideHeldMessage } from '#lib/platforms/twitch/helix/automod.ts';
import { addBlockedTerm, removeBlockedTerm, requestBlockedTerms } from '#lib/platforms/twitch/helix/blocked-terms.ts';
import { treatSuspiciousUser } from '#lib/platforms/twitch/helix/suspicious-users.ts';
import { requestUnbanRequests, resolveUnbanRequest } from '#lib/platforms/twitch/helix/unban-requests.ts';
import { answer, createHelix } from './helix-fixture.ts';

const room = 'broadcaster_id=1&moderator_id=7';

test('a decision about a held message names who decides, the message and the decision', async () => {
	const { helix, calls } = createHelix([]);

	await decideHeldMessage(helix, 'm1', 'DENY');

	expect(calls).toMatchObject([
		{ call: 'POST /moderation/automod/message', body: { user_id: '7', msg_id: 'm1', action: 'DENY' } }
	]);
});

const filed = {
	id: 'r-1',
	user_id: '42',
	user_login: 'bo',
	user_name: 'Bo\u202e',
	text: '<b>let\u0000 me in</b>',
	status: 'pending',
	created_at: '2026-01-01T10:00:00Z',
	resolved_at: '',
	moderator_name: null,
	resolution_text: null
};

test('a page of unban requests is read with its cursor; what cannot be right is left out', async () => {
	const body = {
		data: [filed, { ...filed, user_id: '../x' }, { ...filed, created_at: 'now' }],
		pagination: { cursor: 'c' }
	};
	const { helix, calls } = createHelix([answer(200, body)]);

	expect(await requestUnbanRequests(helix, '1', { status: 'pending', after: 'b' })).toEqual({
		items: [
			{
				id: 'r-1',
				person: { userId: '42', login: 'bo', displayName: 'Bo' },
				text: '<b>let me in</b>',
				status: 'pending',
				createdAt: Date.UTC(2026, 0, 1, 10),
				answeredBy: '',
				answer: ''
			}
		],
		cursor: 'c'
	});
	expect(calls[0]?.call).toBe(`GET /moderation/unban_requests?${room}&status=pending&first=50&after=b`);
});

test('an answer to a request goes along only where there is one', async () => {
	const { helix, calls } = createHelix([answer(200, {}), answer(200, {})]);

	await resolveUnbanRequest(helix, '1', { requestId: 'r', status: 'denied', text: '' });
	await resolveUnbanRequest(helix, '1', { requestId: 'r', status: 'approved', text: 'be kind' });

	const path = `PATCH /moderation/unban_requests?${room}&unban_request_id=r`;
	expect(calls.map(({ call }) => call)).toEqual([
		`${path}&status=denied`,
		`${path}&status=approved&resolution_text=be+kind`
	]);
});

test.each([
	['none', `DELETE /moderation/suspicious_users?${room}&user_id=42`, undefined],
	['active_monitoring', `POST /moderation/suspicious_users?${room}`, { user_id: '42', status: 'ACTIVE_MONITORING' }],
	['restricted', `POST /moderation/suspicious_users?${room}`, { user_id: '42', status: 'RESTRICTED' }]
] as const)('the treatment %s is %s', async (treatment, call, body) => {
	const { helix, calls } = createHelix([answer(200, {})]);

	await treatSuspiciousUser(helix, '1', { userId: '42', treatment });

	expect(calls).toMatchObject([{ call, body }]);
});

test('blocked terms are read page by page, added and removed', async () => {
	const pages = [
		answer(200, { data: [{ id: 'a', text: 'one' }], pagination: { cursor: 'c' } }),
		answer(200, { data: [{ id: 'b', text: 'two' }], pagination: {} }),
		answer(200, { data: [{ id: 'd', text: 'three' }] })
	];
	const { helix, calls } = createHelix(pages);
	const texts: string[] = [];

	for await (const { text } of requestBlockedTerms(helix, '1')) texts.push(text);
	const added = await addBlockedTerm(helix, '1', 'three');
	await removeBlockedTerm(helix, '1', added.id);

	const path = `/moderation/blocked_terms?${room}`;
	expect(texts).toEqual(['one', 'two']);
	expect(calls.map(({ call }) => call)).toEqual([
		`GET ${path}&first=100`,
		`GET ${path}&first=100&after=c`,
		`POST ${path}`,
		`DELETE ${path}&id=d`
	]);
});

test('without an id nothing is removed or decided', async () => {
	const { helix, calls } = createHelix([]);

	await expect(removeBlockedTerm(helix, '1', '')).rejects.toMatchObject({ code: 'incomplete' });
	await expect(treatSuspiciousUser(helix, '1', { userId: '', treatment: 'none' })).rejects.toMatchObject({
		code: 'incomplete'
	});
	await expect(resolveUnbanRequest(helix, '1', { requestId: '', status: 'approved', text: '' })).rejects.toMatchObject({
		code: 'incomplete'
	});
	expect(calls).toEqual([]);
});

test('what the account has not allowed is not asked for', async () => {
	const { helix, calls } = createHelix([], ['chat:read']);

	await expect(decideHeldMessage(helix, 'm', 'ALLOW')).rejects.toMatchObject({ scope: 'moderator:manage:automod' });
	await expect(addBlockedTerm(helix, '1', 'xy')).rejects.toMatchObject({ scope: 'moderator:manage:blocked_terms' });
	expect(calls).toEqual([]);
});
