import type { RecordNews } from './shared-record.ts';

/** News between the pages of this browser; where there is no BroadcastChannel, each page learns of the others when it next writes. */
export function openRecordNews(name: string): RecordNews & { close(): void } {
	if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, on: () => () => {}, close: () => {} };
	const channel = new BroadcastChannel(name);
	return {
		tell: () => channel.postMessage('written'),
		on(listener) {
			const hear = () => listener();
			channel.addEventListener('message', hear);
			return () => channel.removeEventListener('message', hear);
		},
		close: () => channel.close()
	};
}
