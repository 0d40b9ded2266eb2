import { expect, test } from 'vitest';
import { decodeThetaMessage } from '#lib/platforms/theta/chat-codec.ts';
import { toStreamEvent } from '#lib/platforms/theta/notice-event.ts';
import { fakeNow } from '#tests/support/fake-environment.ts';

const fan = { id: 'usr4fan', username: 'LanternFish' };
const person = { userId: 'usr4fan', login: 'lanternfish', displayName: 'LanternFish' };
const stamp = { id: 'n1', platform: 'theta', at: fakeNow };

function eventOf(type: string, data: object) {
	const payload = { type, data: { message_id: 'n1', timestamp: fakeNow, user: fan, ...data } };
	const channel = { platform: 'theta', key: 'usr7own' };
	const event = decodeThetaMessage(payload, { channel, timetoken: String(fakeNow * 10_000), receivedAt: fakeNow });
	return event?.type === 'notice' ? toStreamEvent(event.notice) : undefined;
}

test.each([
	[
		'donation',
		{ sender: fan, tfuel: 25, note: 'for the seal' },
		{ type: 'tip', person, amount: '25 TFuel', text: 'for the seal' }
	],
	[
		'donation_gift',
		{ gift: { name: 'Lantern', tfuel: 5 } },
		{ type: 'tip', person, amount: 'Lantern, 5 TFuel', text: '' }
	],
	['gift_item', { item: { id: 'i', name: 'Rocket' } }, { type: 'tip', person, amount: 'Rocket', text: '' }],
	['subscribe', { sub: { count: 1 } }, { type: 'subscription', person, tier: '1000', gifted: false }],
	['subscribe', { sub: { count: 7 } }, { type: 'resubscription', person, tier: '1000', months: 7, text: '' }],
	['subscribe', { sub: { count: 1, gifter: fan } }, { type: 'gift', person, tier: '1000', count: 1 }],
	['follow', {}, { type: 'follow', person }],
	['turn_on_channel', {}, { type: 'stream-online', startedAt: fakeNow }],
	['turn_off_channel', {}, { type: 'stream-offline' }]
])('what THETA.tv tells in chat as %s is an event of the stream', (type, data, event) => {
	expect(eventOf(type, data)).toEqual({ ...stamp, ...event });
});

test('what is only talk is no event', () => {
	expect(eventOf('level_up', {})).toBeUndefined();
	expect(eventOf('hello_message', { text: 'hello' })).toBeUndefined();
});
