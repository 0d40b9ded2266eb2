import { expect, type Page } from '@playwright/test';
import type { Control } from './control.ts';

/** The channel that the emulator's streamer TidalKit owns. */
export const twitchChannel = 'tidalkit';

/** The channel of the emulator's THETA.tv streamer emberwake. */
export const thetaChannel = 'usr7emberwakelive01';

/** A Twitch line as MossLantern, a moderator, writes it in TidalKit's channel. */
export function twitchLine(id: string, text: string): string {
	return `@badges=moderator/1;color=#1E90FF;display-name=MossLantern;id=${id};tmi-sent-ts=${Date.now()};user-id=100002 :mosslantern!mosslantern@mosslantern.tmi.twitch.tv PRIVMSG #${twitchChannel} :${text}`;
}

/** A THETA.tv chat message of palefox. */
export function thetaMessage(id: string, text: string): unknown {
	return {
		type: 'chat_message',
		data: { message_id: id, text, timestamp: Date.now(), user: { id: 'usr7palefox00live03', username: 'palefox' } }
	};
}

let probes = 0;

/** Waits until the page shows what is said in TidalKit's chat; a connection of an earlier page may still be closing. */
export function expectTwitchLive(page: Page, control: Control): Promise<void> {
	return expectShown(page, (id) => control.deliverIrc(twitchLine(id, 'is this on?')));
}

/** Waits until the page shows what is said in emberwake's chat. */
export function expectThetaLive(page: Page, control: Control): Promise<void> {
	return expectShown(page, (id) => control.publishTheta(thetaChannel, thetaMessage(id, 'is this on?')));
}

/** Says something again and again until the page shows it. */
async function expectShown(page: Page, say: (id: string) => Promise<unknown>): Promise<void> {
	const isShown = async () => {
		const id = `probe-${++probes}`;
		await say(id);
		const line = page.locator(`[data-message-id="${id}"]`);
		return line.waitFor({ state: 'attached', timeout: 500 }).then(
			() => true,
			() => false
		);
	};
	await expect.poll(isShown, { timeout: 20_000 }).toBe(true);
}
