import { m } from '#lib/paraglide/messages.js';
import { requestAdSchedule } from '#lib/platforms/twitch/helix/ads.ts';
import { sendShoutout } from '#lib/platforms/twitch/helix/shoutouts.ts';
import { holdAlone } from '#lib/services/lock.ts';
import { AdWatch } from '#lib/state/ad-watch.svelte.ts';
import { getControlRoom } from '#lib/state/control-room.svelte.ts';
import type { LiveChat } from '#lib/state/live-chat.svelte.ts';
import { RaidCountdown } from '#lib/state/raid-countdown.svelte.ts';
import { ShoutoutQueue } from '#lib/state/shoutout-queue.svelte.ts';
import { setStandingDuties } from '#lib/state/standing-duties.ts';
import { systemClock } from '#lib/transport/clock.ts';
import { adChime } from '#lib/ui/actions/ads/ad-chime.ts';
import { Chime } from '#lib/ui/chat/chime.ts';
import { tell } from '#lib/ui/primitives/notices.ts';
import { untrack } from 'svelte';

const clock = systemClock;

/** Starts what goes on whatever place of the panel is open, as long as an account of Twitch is connected. */
export function startStandingDuties(chat: LiveChat): void {
	const room = getControlRoom();
	const chime = new Chime();
	const storage = () => localStorage;
	const raid = new RaidCountdown({ clock, storage, broadcasterId: () => room.streamer?.userId });
	const shoutouts = new ShoutoutQueue({
		clock,
		storage,
		holdAlone,
		onStored,
		send: (userId) => sendShoutout(room.helix, room.broadcasterId, userId)
	});
	const ads = new AdWatch({
		clock,
		storage,
		request: () => requestAdSchedule(room.helix, room.broadcasterId),
		onWarning(seconds) {
			tell(m.reach_ads_warning({ seconds }));
			if (adChime.current) chime.ring();
		}
	});
	setStandingDuties({ ads, raid, shoutouts, chat });
	const broadcasterId = $derived(room.streamer?.userId);

	$effect(() => {
		const id = broadcasterId;
		if (id === undefined) return;
		return untrack(() => {
			const duties = [ads, raid, shoutouts];
			const stopHearing = room.events.on((event) => duties.forEach((duty) => duty.take(event)));
			const stops = [stopHearing, shoutouts.open(id), ads.open(id)];
			return () => stops.forEach((stop) => stop());
		});
	});

	$effect(() => () => chime.close());
}

/** Hears what other pages of this browser store. */
function onStored(listener: (key: string | null) => void): () => void {
	const hear = ({ key }: StorageEvent) => listener(key);
	addEventListener('storage', hear);
	return () => removeEventListener('storage', hear);
}
