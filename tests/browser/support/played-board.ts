import { expect, type Page } from '@playwright/test';
import { sealReward } from './control.ts';
import { openPlace } from './sign-in.ts';

const at = (x: number, y: number, width: number, height: number) =>
	['large', 'medium', 'small'].map((size) => ({ size, x, y, width, height }));

/** A Mixer project with rules: a button that everything presses, a vote, a joystick. */
export const project = {
	name: 'Raft',
	controls: {
		scenes: [
			{
				sceneID: 'default',
				controls: [
					{
						controlID: 'jump',
						kind: 'button',
						text: 'Jump',
						position: at(0, 0, 12, 8),
						meta: {
							tributary: {
								inputs: { chat: '!jump', rewardId: sealReward, bits: 50 },
								cooldownMs: 1_500,
								effects: [
									{ type: 'chat', text: '{name} jumped by {control}', where: 'everywhere' },
									{ type: 'image', image: '🐙', size: 'large', seconds: 10, caption: '{name}' }
								]
							}
						}
					},
					...['Left', 'Right'].map((text, index) => ({
						controlID: text.toLowerCase(),
						kind: 'button',
						text,
						position: at(index * 14, 10, 12, 5),
						meta: { tributary: { aggregate: 'vote', windowMs: 60_000, inputs: { chat: `${index + 1}` } } }
					})),
					{
						controlID: 'stick',
						kind: 'joystick',
						position: at(14, 0, 10, 10),
						meta: { tributary: { aggregate: 'mean' } }
					}
				]
			},
			{ sceneID: 'end', controls: [{ controlID: 'thanks', kind: 'label', text: 'Thanks', position: at(2, 2, 20, 4) }] }
		]
	}
};

/** Imports the board, as a file of an old game would be. */
export async function importBoard(page: Page): Promise<void> {
	await page.goto('/panel/boards');
	await page.getByLabel('Import').setInputFiles({
		name: 'raft.json',
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify(project))
	});
	await expect(page.getByText('Raft').first()).toBeVisible();
}

/** Starts the board in the panel. */
export async function startBoard(page: Page): Promise<void> {
	await page.goto('/panel');
	await openPlace(page, 'Play');
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(page.getByText(/^Live: \d+ viewers?$/)).toBeVisible();
}
