/** The id of a queue's element, to which can be scrolled. */
export function queueElementId(queue: string): string {
	return `queue-${queue}`;
}
