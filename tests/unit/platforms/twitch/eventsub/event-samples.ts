import { phaseSamples } from './phase-samples.ts';
import {
	at,
	broadcaster,
	by,
	later,
	laterAt,
	mod,
	moderator,
	names,
	person,
	startedAt,
	text,
	viewer
} from './sample-people.ts';

const held = {
	...broadcaster,
	...viewer,
	message_id: 'm1',
	message: text('ouch'),
	reason: 'automod',
	automod: { category: 'swearing', level: 3, boundaries: [] },
	blocked_term: null,
	held_at: startedAt
};

/** One event of each type, and what is made of it for the streamer with the ID 7. */
export const eventSamples: readonly (readonly [type: string, event: Record<string, unknown>, body: unknown])[] = [
	[
		'stream.online',
		{ ...broadcaster, id: '1', type: 'live', started_at: startedAt },
		{ type: 'stream-online', startedAt: at }
	],
	['stream.offline', broadcaster, { type: 'stream-offline' }],
	[
		'channel.update',
		{
			...broadcaster,
			title: 'Soup\u202e',
			language: 'en',
			category_id: '',
			category_name: '',
			content_classification_labels: ['Gambling']
		},
		{ type: 'stream-changed', title: 'Soup', category: { id: '', name: '' }, language: 'en', labels: ['Gambling'] }
	],
	['channel.follow', { ...broadcaster, ...viewer, followed_at: startedAt }, { type: 'follow', person }],
	[
		'channel.subscribe',
		{ ...broadcaster, ...viewer, tier: '2000', is_gift: true },
		{ type: 'subscription', person, tier: '2000', gifted: true }
	],
	[
		'channel.subscription.end',
		{ ...broadcaster, ...viewer, tier: '1000', is_gift: false },
		{ type: 'subscription-end', person, tier: '1000' }
	],
	[
		'channel.subscription.gift',
		{ ...broadcaster, user_id: null, total: 5, tier: '1000', cumulative_total: null, is_anonymous: true },
		{ type: 'gift', tier: '1000', count: 5 }
	],
	[
		'channel.subscription.message',
		{ ...broadcaster, ...viewer, tier: '1000', message: text('hi'), cumulative_months: 9, streak_months: null },
		{ type: 'resubscription', person, tier: '1000', months: 9, text: 'hi' }
	],
	[
		'channel.bits.use',
		{ ...broadcaster, ...viewer, bits: 100, type: 'cheer', message: text('Cheer100'), power_up: null },
		{ type: 'cheer', person, bits: 100, text: 'Cheer100' }
	],
	[
		'channel.bits.use',
		{ ...broadcaster, ...viewer, bits: 30, type: 'power_up', message: null, power_up: { type: 'message_effect' } },
		{ type: 'power-up', person, bits: 30, name: 'message effect' }
	],
	[
		'channel.charity_campaign.donate',
		{ ...broadcaster, ...viewer, charity_name: 'Seals', amount: { value: 550, decimal_places: 2, currency: 'EUR' } },
		{ type: 'charity-donation', person, amount: '5.50 EUR', charity: 'Seals' }
	],
	[
		'channel.raid',
		{ ...names('from_broadcaster_', '9', 'Bo'), ...names('to_broadcaster_', '7', 'Ada'), viewers: 12 },
		{ type: 'raid', person, viewers: 12 }
	],
	[
		'channel.raid',
		{ ...names('from_broadcaster_', '7', 'Ada'), ...names('to_broadcaster_', '9', 'Bo'), viewers: 12 },
		{ type: 'raid-sent', person, viewers: 12 }
	],
	[
		'channel.ad_break.begin',
		{
			...broadcaster,
			...names('requester_', '7', 'Ada'),
			duration_seconds: '60',
			started_at: startedAt,
			is_automatic: 'false'
		},
		{ type: 'ad-break', seconds: 60, automatic: false }
	],
	[
		'channel.shoutout.create',
		{
			...broadcaster,
			...moderator,
			...names('to_broadcaster_', '9', 'Bo'),
			viewer_count: 9,
			started_at: startedAt,
			cooldown_ends_at: startedAt,
			target_cooldown_ends_at: later
		},
		{ type: 'shoutout-sent', person, nextAt: at, sameNextAt: laterAt }
	],
	[
		'channel.shoutout.receive',
		{ ...broadcaster, ...names('from_broadcaster_', '9', 'Bo'), viewer_count: 9, started_at: startedAt },
		{ type: 'shoutout-received', person, viewers: 9 }
	],
	...phaseSamples,
	[
		'channel.ban',
		{ ...by, reason: 'spam', banned_at: startedAt, ends_at: later, is_permanent: false },
		{ type: 'ban', person, by: mod, reason: 'spam', endsAt: laterAt }
	],
	['channel.unban', by, { type: 'unban', person, by: mod }],
	[
		'channel.warning.send',
		{ ...by, reason: 'slow down', chat_rules_cited: null },
		{ type: 'warning', person, by: mod, reason: 'slow down' }
	],
	['channel.warning.acknowledge', { ...broadcaster, ...viewer }, { type: 'warning-acknowledged', person }],
	['channel.moderator.add', { ...broadcaster, ...viewer }, { type: 'role', role: 'moderator', person, given: true }],
	[
		'channel.moderator.remove',
		{ ...broadcaster, ...viewer },
		{ type: 'role', role: 'moderator', person, given: false }
	],
	['channel.vip.add', { ...broadcaster, ...viewer }, { type: 'role', role: 'vip', person, given: true }],
	['channel.vip.remove', { ...broadcaster, ...viewer }, { type: 'role', role: 'vip', person, given: false }],
	[
		'channel.shield_mode.begin',
		{ ...broadcaster, ...moderator, started_at: startedAt },
		{ type: 'shield-mode', active: true, by: mod }
	],
	[
		'channel.shield_mode.end',
		{ ...broadcaster, ...moderator, ended_at: later },
		{ type: 'shield-mode', active: false, by: mod }
	],
	['channel.chat_settings.update', { ...broadcaster, slow_mode: true }, { type: 'chat-settings-changed' }],
	[
		'channel.moderate',
		{ ...broadcaster, ...moderator, action: 'delete', delete: { ...viewer, message_id: 'm1', message_body: 'x' } },
		{ type: 'moderation', action: 'delete', by: mod, person }
	],
	[
		'channel.moderate',
		{ ...broadcaster, ...moderator, action: 'clear' },
		{ type: 'moderation', action: 'clear', by: mod }
	],
	[
		'automod.message.hold',
		held,
		{ type: 'held-message', messageId: 'm1', person, text: 'ouch', category: 'swearing', level: 3 }
	],
	[
		'automod.message.update',
		{ ...held, ...moderator, status: 'Approved' },
		{ type: 'held-message-resolved', messageId: 'm1', by: mod, status: 'approved' }
	],
	[
		'channel.unban_request.create',
		{ ...broadcaster, ...viewer, id: 'u1', text: 'sorry', created_at: startedAt },
		{ type: 'unban-request', requestId: 'u1', person, text: 'sorry' }
	],
	[
		'channel.unban_request.resolve',
		{ ...by, id: 'u1', resolution_text: '', status: 'denied' },
		{ type: 'unban-request-resolved', requestId: 'u1', person }
	],
	[
		'channel.suspicious_user.update',
		{ ...by, low_trust_status: 'restricted' },
		{ type: 'suspicious-user', person, treatment: 'restricted' }
	],
	[
		'channel.suspicious_user.message',
		{ ...broadcaster, ...viewer, low_trust_status: 'active_monitoring', message: { message_id: 'm2', ...text('hm') } },
		{ type: 'suspicious-message', messageId: 'm2', person, text: 'hm', treatment: 'active_monitoring' }
	]
];
