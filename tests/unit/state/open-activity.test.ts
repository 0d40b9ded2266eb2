import { expect, test } from 'vitest';
import type { ChatEvent } from '#lib/model/chat.ts';
import { toToldEvent } from '#lib/state/open-activity.ts';
import { fakeNow } from '#tests/support/fake-environment.ts';

const own = [{ platform: 'theta', key: 'me' }];

function follow(platform: string, key: string): ChatEvent {
	const author = { userId: 'u', login: 'bo', displayName: 'Bo', badges: [], roles: [] };
	const notice = { id: 'n', kind: 'follow', author, systemText: '', fragments: [], sentAt: fakeNow } as const;
	return { type: 'notice', notice: { ...notice, channel: { platform, key } } };
}

test('what THETA.tv tells in chat is an event of the stream only in the streamer’s own channel', () => {
	expect(toToldEvent(follow('theta', 'me'), own)).toMatchObject({ type: 'follow', platform: 'theta', id: 'n' });
	expect(toToldEvent(follow('theta', 'somebody'), own)).toBeUndefined();
});

test('what Twitch tells in chat is told by EventSub, and not twice', () => {
	expect(toToldEvent(follow('twitch', 'me'), [...own, { platform: 'twitch', key: 'me' }])).toBeUndefined();
});
