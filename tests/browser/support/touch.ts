import type { Locator, Page } from '@playwright/test';

/** A finger on the screen, CSS px. */
export interface Finger {
	readonly id: number;
	readonly x: number;
	readonly y: number;
}

/** Fingers as the browser gets them from a phone, several at once. */
export interface Hand {
	/** Which fingers are down now; those that were and are not named are lifted. */
	put(...fingers: readonly Finger[]): Promise<void>;
	/** The system takes all fingers away, as for a call that comes in. */
	cancel(): Promise<void>;
}

/** A hand over a page of Chromium. @see https://chromedevtools.github.io/devtools-protocol/tot/Input/#method-dispatchTouchEvent */
export async function layHand(page: Page): Promise<Hand> {
	const session = await page.context().newCDPSession(page);
	let down: readonly Finger[] = [];
	const dispatch = (type: string, touchPoints: readonly Finger[]) =>
		session.send('Input.dispatchTouchEvent', { type: type as 'touchEnd', touchPoints: [...touchPoints] });
	return {
		async put(...fingers) {
			const lifted = down.filter(({ id }) => !fingers.some((finger) => finger.id === id));
			const more = fingers.length > down.length;
			down = fingers;
			if (lifted.length > 0) await dispatch('touchEnd', lifted);
			else await dispatch(more ? 'touchStart' : 'touchMove', fingers);
		},
		async cancel() {
			down = [];
			await dispatch('touchCancel', []);
		}
	};
}

/** A finger in the middle of something, or beside it by parts of its size. */
export async function fingerOn(locator: Locator, id = 0, byX = 0, byY = 0): Promise<Finger> {
	const box = await locator.boundingBox();
	if (!box) throw new Error('There is nothing to put a finger on.');
	return { id, x: box.x + box.width * (0.5 + byX), y: box.y + box.height * (0.5 + byY) };
}
