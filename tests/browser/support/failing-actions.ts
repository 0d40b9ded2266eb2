import { expect, type Locator } from '@playwright/test';
import { drinkReward } from './control.ts';
import type { ActionName } from './failure-table.ts';
import type { Product } from './running-product.ts';

/** How an action is reached, filled in and sent. */
export interface FailingAction {
	readonly action: ActionName;
	readonly endpoint: string;
	readonly method: 'POST' | 'PUT' | 'PATCH';
	/** What opens the form; without it there is none. */
	readonly tile?: RegExp;
	/** After an answer that was lost it is asked what became of it, and this is answered. */
	readonly asksBack?: true;
	readonly before?: (product: Product) => Promise<void>;
	readonly fill?: (form: Locator) => Promise<void>;
	readonly press: (form: Locator) => Promise<void>;
	/** What is still there afterwards. */
	readonly kept: (form: Locator) => Promise<void>;
}

const button = (name: string) => (form: Locator) => form.getByRole('button', { name, exact: true }).tap();
const keeps = (role: 'textbox' | 'spinbutton', name: RegExp, value: string) => (form: Locator) =>
	expect(form.getByRole(role, { name })).toHaveValue(value);

/** Taps, and confirms by a key: a second tap that follows as fast as a test's is taken for a bounce. */
async function runAds(form: Locator): Promise<void> {
	const second = form.getByRole('button', { name: /^Press again to run/ });
	await form.getByRole('button', { name: /^Run \d+ s of ads$/ }).tap();
	await second.press('Enter');
}

/** Every action that sends something. */
export const failingActions: readonly FailingAction[] = [
	{
		action: 'a poll',
		endpoint: 'twitch/helix/polls',
		method: 'POST',
		tile: /^Poll/,
		fill: button('Yes or no'),
		press: button('Start the poll'),
		kept: keeps('textbox', /^Question/, 'Yes or no?')
	},
	{
		action: 'a prediction',
		endpoint: 'twitch/helix/predictions',
		method: 'POST',
		tile: /^Prediction/,
		fill: button('Will I win'),
		asksBack: true,
		press: button('Start the prediction'),
		kept: keeps('textbox', /^Question/, 'Will I win this one?')
	},
	{
		action: 'a raid',
		endpoint: 'twitch/helix/raids',
		method: 'POST',
		tile: /^Raid/,
		fill: async (form) => {
			await form.getByRole('searchbox').fill('mosslantern');
			await form.getByText('MossLantern').tap();
		},
		press: button('Start raid to MossLantern'),
		kept: (form) => expect(form.getByRole('radio', { name: /^MossLantern/ })).toBeChecked()
	},
	{
		action: 'a shoutout',
		endpoint: 'twitch/helix/chat/shoutouts',
		method: 'POST',
		tile: /^Shoutout/,
		fill: async (form) => {
			await form.page().clock.install();
			await form.getByRole('searchbox').fill('mosslantern');
			await form.getByRole('button', { name: 'Shoutout for MossLantern' }).tap();
			await expect(form.getByRole('listitem')).toHaveCount(1);
		},
		press: (form) => form.page().clock.fastForward(125_000),
		kept: (form) => expect(form.getByRole('listitem')).toContainText('MossLantern')
	},
	{
		action: 'an announcement',
		endpoint: 'twitch/helix/chat/announcements',
		method: 'POST',
		tile: /^Announcement/,
		fill: (form) => form.getByRole('textbox').fill('Tea break'),
		press: button('Announce'),
		kept: keeps('textbox', /./, 'Tea break')
	},
	{
		action: 'ads run',
		endpoint: 'twitch/helix/channels/commercial',
		method: 'POST',
		tile: /^Ads/,
		fill: (form) => form.locator('label', { hasText: '30 s' }).tap(),
		press: runAds,
		kept: (form) => expect(form.getByRole('radio', { name: '30 s' })).toBeChecked()
	},
	{
		action: 'an ad put off',
		endpoint: 'twitch/helix/channels/ads/schedule/snooze',
		method: 'POST',
		tile: /^Ads/,
		press: button('Put off by 5 min (3 left)'),
		kept: (form) => expect(form.getByRole('button', { name: 'Put off by 5 min (3 left)' })).toBeEnabled()
	},
	{
		action: 'the stream information',
		endpoint: 'twitch/helix/channels',
		method: 'PATCH',
		tile: /^Stream/,
		fill: (form) => form.getByLabel('Title').fill('Kept'),
		press: button('Save'),
		kept: (form) => expect(form.getByLabel('Title')).toHaveValue('Kept')
	},
	{
		action: 'a clip',
		endpoint: 'twitch/helix/clips',
		method: 'POST',
		tile: /^Clip/,
		fill: (form) => form.getByRole('textbox', { name: 'Title' }).fill('The gull lands'),
		press: button('Make a clip'),
		kept: keeps('textbox', /^Title/, 'The gull lands')
	},
	{
		action: 'a marker',
		endpoint: 'twitch/helix/streams/markers',
		method: 'POST',
		tile: /^Marker/,
		fill: (form) => form.getByRole('textbox').fill('the boss falls'),
		press: button('Set a marker'),
		kept: keeps('textbox', /./, 'the boss falls')
	},
	{
		action: 'a chat mode',
		endpoint: 'twitch/helix/chat/settings',
		method: 'PATCH',
		tile: /^Chat modes/,
		press: (form) => form.getByRole('switch', { name: 'Unique messages' }).tap(),
		kept: (form) => expect(form.getByRole('switch', { name: 'Unique messages' })).not.toBeChecked()
	},
	{
		action: 'Shield Mode',
		endpoint: 'twitch/helix/moderation/shield_mode',
		method: 'PUT',
		tile: /^Shield Mode/,
		press: (form) => form.getByRole('switch', { name: 'Shield Mode' }).tap(),
		kept: (form) => expect(form.getByRole('switch', { name: 'Shield Mode' })).not.toBeChecked()
	},
	{
		action: 'the panic button',
		endpoint: 'twitch/helix/moderation/shield_mode',
		method: 'PUT',
		press: (form) => form.getByRole('button', { name: /^(Panic button|Try the rest again)/ }).tap(),
		kept: (form) => expect(form.getByRole('button', { name: 'Try the rest again' })).toBeEnabled()
	},
	{
		action: 'a reward',
		endpoint: 'twitch/helix/channel_points/custom_rewards',
		method: 'POST',
		tile: /^Rewards/,
		fill: async (form) => {
			await form.getByRole('radio', { name: 'Rewards' }).check({ force: true });
			await form.getByRole('button', { name: 'New reward' }).tap();
			await form.getByRole('textbox', { name: /^Title/ }).fill('Sing a shanty');
		},
		press: button('Save'),
		kept: keeps('textbox', /^Title/, 'Sing a shanty')
	},
	{
		action: 'a redemption',
		endpoint: 'twitch/helix/channel_points/custom_rewards/redemptions',
		method: 'PATCH',
		tile: /^Rewards/,
		before: ({ control }) => control.redeem({ login: 'pixelgull', channel: 'tidalkit', rewardId: drinkReward }),
		press: button('Fulfil'),
		kept: (form) => expect(form.getByRole('listitem', { name: /^PixelGull/ })).toBeVisible()
	}
];
