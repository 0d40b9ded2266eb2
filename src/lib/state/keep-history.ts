import type { ChannelRef } from '#lib/model/channel.ts';
import { toHistoryEvents, type ChatHistory } from '#lib/services/chat-history.ts';
import type { LiveChat } from './live-chat.svelte.ts';

/** Keeps a chat's lines for the next time. */
export interface HistoryKeeper {
	/** Shows what is kept of a channel; returns until when it was read (epoch ms), where anything is kept. */
	restore(channel: ChannelRef): Promise<number | undefined>;
	stop(): void;
}

/** Keeps what a chat shows, and writes it when the page is left. */
export function keepHistory(live: LiveChat, history: ChatHistory, listenForLeave = onLeave): HistoryKeeper {
	const stopEvents = live.onEvent((event) => history.take(event));
	const save = () => {
		for (const { channel, status } of live.channels)
			if (status.state === 'connected') history.see(channel, live.heardAt(channel));
		void history.save();
	};
	const stopLeave = listenForLeave(save);
	return {
		async restore(channel) {
			const kept = await history.load(channel);
			if (!kept) return undefined;
			const { seenUntil } = kept;
			live.restore([...toHistoryEvents(kept.lines), leftNotice(channel, seenUntil)]);
			return seenUntil;
		},
		stop() {
			save();
			stopEvents();
			stopLeave();
		}
	};
}

/** Calls back when the page is hidden or closed, which on a phone is the last that it hears; returns what stops it. */
export function onLeave(callback: () => void): () => void {
	const onHidden = () => {
		if (document.visibilityState === 'hidden') callback();
	};
	addEventListener('pagehide', callback);
	document.addEventListener('visibilitychange', onHidden);
	return () => {
		removeEventListener('pagehide', callback);
		document.removeEventListener('visibilitychange', onHidden);
	};
}

function leftNotice(channel: ChannelRef, sentAt: number) {
	const notice = { id: `left-${sentAt}`, channel, systemText: '', fragments: [], sentAt };
	return { type: 'notice', notice: { ...notice, kind: 'left', historical: true } } as const;
}
