import { formatChannel, type ChannelRef } from '#lib/model/channel.ts';
import { RejectionError } from '#lib/model/errors.ts';
import type { Identity } from '#lib/model/account.ts';
import { m } from '#lib/paraglide/messages.js';
import { takeLock } from '#lib/services/lock.ts';
import { BoardHost } from '#lib/state/board-host.svelte.ts';
import { BoardRedemptions } from '#lib/state/board-redemptions.ts';
import { getControlRoom } from '#lib/state/control-room.svelte.ts';
import type { LiveChat } from '#lib/state/live-chat.svelte.ts';
import { getSession } from '#lib/state/session.svelte.ts';
import { getStandingDuties } from '#lib/state/standing-duties.ts';
import { systemEnvironment } from '#lib/transport/environment.ts';
import { actionFailure } from '#lib/ui/actions/action-failure.ts';
import type { SayWhere } from '#lib/ui/interactive/effects/effect-context.ts';
import { EffectRunner } from '#lib/ui/interactive/effects/effect-runner.ts';
import { toEffectInput } from '#lib/ui/interactive/effects/to-effect-input.ts';
import { ownChannels } from '#lib/ui/panel/own-channels.ts';
import { untrack } from 'svelte';

/** Makes the panel's host of boards, which hears chat and events for as long as the component lives. */
export function createBoardHost(host: () => Identity | undefined): BoardHost {
	const session = getSession();
	const room = getControlRoom();
	const { chat } = getStandingDuties();
	const own = $derived(ownChannels(session.accounts));
	const redemptions = new BoardRedemptions(room, (error) =>
		boards.note({ label: m.room_rewards(), sentence: actionFailure(error), error })
	);
	const runner: EffectRunner = new EffectRunner({
		channel: room,
		say: (text, where) => say(text, where),
		broadcastOverlay: (effect) => boards.broadcastOverlay(crypto.randomUUID(), { ...effect })
	});
	const boards: BoardHost = new BoardHost({
		environment: systemEnvironment,
		origin: location.origin,
		requestToken: (refused) => session.requestRoomToken(host()?.platform ?? 'twitch', refused),
		takeLock,
		own: () => own,
		runEffect: (effect, trigger, control) => runner.run(effect, toEffectInput(trigger, control)),
		settle: (redemption, accepted) => redemptions.settle(redemption, accepted)
	});

	async function say(text: string, where: SayWhere): Promise<void> {
		const channels = writableOf(chat, own).filter(({ platform }) => where === 'everywhere' || platform === where);
		if (channels.length === 0) throw new RejectionError('read_only', m.host_say_nowhere());
		boards.rememberLine(text);
		await Promise.all(
			channels.map((channel) => chat.send(channel, text, session.bot(channel.platform) ? { as: 'bot' } : {}))
		);
	}

	$effect(() =>
		untrack(() => {
			const stops = [
				chat.onEvent((event) => event.type === 'message' && boards.takeChat(event.message)),
				room.events.on((event) => {
					if (event.type === 'reward-changed') redemptions.forget();
					boards.takeEvent(event);
				}),
				room.rehearsals.on((event) => boards.takeEvent(event))
			];
			return () => {
				for (const stop of stops) stop();
				boards.stop();
				runner.close();
			};
		})
	);

	return boards;
}

function writableOf(chat: LiveChat, own: readonly ChannelRef[]): readonly ChannelRef[] {
	const names = own.map(formatChannel);
	return chat.channels
		.filter(({ channel, canSend }) => canSend && names.includes(formatChannel(channel)))
		.map(({ channel }) => channel);
}
