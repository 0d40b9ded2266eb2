import type { BoardControl } from '#lib/interactive/board/board.ts';
import { templateControl, type Corners, type TemplateWords } from './template-control.ts';

/** A question with two answers, counted every half minute; chat votes by number. */
export function createVote({ question, yes, no, winner }: TemplateWords): readonly BoardControl[] {
	const answer = (controlID: string, text: string, backgroundColor: string, chat: string, corners: Corners) =>
		templateControl({ controlID, kind: 'button', text, backgroundColor, textSize: '28px' }, corners, {
			inputs: { chat },
			aggregate: 'vote',
			windowMs: 30_000,
			effects: [{ type: 'chat', text: winner, where: 'everywhere' }]
		});
	const asked: Corners = [
		[20, 1, 40, 4],
		[4, 1, 37, 4],
		[2, 1, 26, 4]
	];
	const left: Corners = [
		[14, 7, 25, 11],
		[3, 8, 19, 13],
		[2, 7, 26, 14]
	];
	const right: Corners = [
		[41, 7, 25, 11],
		[23, 8, 19, 13],
		[2, 23, 26, 14]
	];
	return [
		templateControl({ controlID: 'question', kind: 'label', text: question, textSize: '24px', bold: true }, asked),
		answer('yes', yes, '#15803d', '1', left),
		answer('no', no, '#be123c', '2', right)
	];
}
