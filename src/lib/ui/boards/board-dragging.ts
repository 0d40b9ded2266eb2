import type { Placement } from '#lib/interactive/board/grid-placement.ts';
import type { DragEvent, ResizeEvent } from '@interactjs/types';

/** What dragging asks and tells. */
export interface DragOptions {
	/** Where the control lies before it is dragged. */
	readonly placement: () => Placement;
	/** The px of one unit. */
	readonly unitPx: () => number;
	/** Whether a finger may drag it: else a finger scrolls the page. */
	readonly grabbed: () => boolean;
	readonly ondrag: (placement: Placement) => void;
	readonly ondrop: () => void;
}

/** So near to an edge it is the edge that is dragged, in px. */
const mouseMargin = 7;
const touchMargin = 16;

/** Lets a control be dragged and resized by its edges, in whole units; the library is loaded with the first one. */
export function dragAndResize(node: HTMLElement, options: DragOptions): () => void {
	let stop: (() => void) | undefined;
	let ended = false;
	let byFinger = false;
	const notice = ({ pointerType }: PointerEvent) => (byFinger = pointerType === 'touch');
	node.addEventListener('pointerdown', notice);
	void import('interactjs').then(({ default: interact }) => {
		if (ended) return;
		let from = options.placement();
		const toUnits = (px: number) => Math.round(px / options.unitPx());
		const start = (event: DragEvent | ResizeEvent) => {
			from = options.placement();
			if (byFinger && !options.grabbed()) event.interaction.stop();
		};
		const moved = ({ clientX, clientX0, clientY, clientY0 }: DragEvent | ResizeEvent) =>
			[toUnits(clientX - clientX0), toUnits(clientY - clientY0)] as const;
		const interactable = interact(node)
			.draggable({
				listeners: {
					start,
					move(event: DragEvent) {
						const [x, y] = moved(event);
						options.ondrag({ ...from, x: from.x + x, y: from.y + y });
					},
					end: () => options.ondrop()
				}
			})
			.resizable({
				edges: { left: true, right: true, top: true, bottom: true },
				margin: matchMedia('(pointer: coarse)').matches ? touchMargin : mouseMargin,
				listeners: {
					start,
					move: (event: ResizeEvent) => options.ondrag(resize(from, event.edges ?? {}, moved(event))),
					end: () => options.ondrop()
				}
			})
			.styleCursor(true);
		stop = () => interactable.unset();
	});
	return () => {
		ended = true;
		node.removeEventListener('pointerdown', notice);
		stop?.();
	};
}

type Edges = NonNullable<ResizeEvent['edges']>;

function resize(from: Placement, edges: Edges, [x, y]: readonly [number, number]): Placement {
	const left = edges.left ? Math.min(x, from.width - 1) : 0;
	const top = edges.top ? Math.min(y, from.height - 1) : 0;
	return {
		x: from.x + left,
		y: from.y + top,
		width: from.width - left + (edges.right ? x : 0),
		height: from.height - top + (edges.bottom ? y : 0)
	};
}
