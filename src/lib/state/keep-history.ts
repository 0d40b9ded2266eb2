import type { ChannelRef } from '#lib/model/channel.ts';
import { eventChannel } from '#lib/model/chat.ts';
import type { ChatHistory } from '#lib/services/chat-history.ts';
import { toHistoryEvents } from '#lib/services/kept-lines.ts';
import type { LiveChat } from './live-chat.svelte.ts';

/** Where a channel was left. */
export interface LeftPlace {
	/** Epoch ms until when it was read. */
	readonly missingSince: number;
	/** As in `ChatConnection`. */
	readonly cursor?: string;
}

/** Keeps a chat's lines for the next time. */
export interface HistoryKeeper {
	/** Shows what is kept of a channel; returns where it was left, where anything is kept. */
	restore(channel: ChannelRef): Promise<LeftPlace | undefined>;
	stop(): void;
}

/** Keeps what a chat shows, and writes it when the page is left. */
export function keepHistory(live: LiveChat, history: ChatHistory, listenForLeave = onLeave): HistoryKeeper {
	const stopEvents = live.onEvent((event) => history.take(event, live.cursor(eventChannel(event))));
	const see = (channel: ChannelRef) => {
		const [at, cursor] = [live.heardAt(channel), live.cursor(channel)];
		history.see(channel, { ...(at !== undefined && { at }), ...(cursor !== undefined && { cursor }) });
	};
	const save = () => {
		for (const { channel, status } of live.channels) if (status.state === 'connected') see(channel);
		void history.leave();
	};
	const stopLeave = listenForLeave(save);
	return {
		async restore(channel) {
			const kept = await history.load(channel);
			if (!kept) return undefined;
			const { lines, seenUntil: missingSince, cursor } = kept;
			live.restore([...toHistoryEvents(lines), leftNotice(channel, missingSince)]);
			return { missingSince, ...(cursor !== undefined && { cursor }) };
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
