import { expect, test, vi } from 'vitest';
import type { ChannelRef } from '#lib/model/channel.ts';
import type { ChatConnection } from '#lib/platforms/chat-connection.ts';
import { OpenChannels } from '#lib/ui/chat/open-channels.ts';

const otter: ChannelRef = { platform: 'twitch', key: 'otter' };
const seal: ChannelRef = { platform: 'theta', key: 'usrseal' };

function setup(create?: (channel: ChannelRef) => Promise<ChatConnection>) {
	const shown = new Set<string>();
	const failed: string[] = [];
	const live = {
		add(connection: ChatConnection) {
			shown.add(connection.channel.key);
			return () => void shown.delete(connection.channel.key);
		}
	};
	const open = new OpenChannels(live, create ?? (async (channel) => ({ channel }) as ChatConnection), ({ key }) =>
		failed.push(key)
	);
	return { open, shown, failed };
}

test('the wanted channels are opened, each once', async () => {
	const { open, shown } = setup();

	open.show([otter, seal]);
	open.show([otter, seal]);

	await vi.waitFor(() => expect([...shown]).toEqual(['otter', 'usrseal']));
});

test('a channel that is no longer wanted is closed', async () => {
	const { open, shown } = setup();
	open.show([otter, seal]);
	await vi.waitFor(() => expect(shown.size).toBe(2));

	open.show([seal]);

	expect([...shown]).toEqual(['usrseal']);
});

test('a channel given up while its platform loads never opens', async () => {
	let finish = (_connection: ChatConnection) => {};
	const loading = new Promise<ChatConnection>((resolve) => (finish = resolve));
	const { open, shown } = setup(() => loading);
	open.show([otter]);

	open.show([]);
	finish({ channel: otter } as ChatConnection);
	await loading;

	expect(shown.size).toBe(0);
});

test('a platform that does not load is reported and can be tried again', async () => {
	let attempts = 0;
	const { open, shown, failed } = setup(async (channel) => {
		if (++attempts === 1) throw new Error('offline');
		return { channel } as ChatConnection;
	});
	open.show([otter]);
	await vi.waitFor(() => expect(failed).toEqual(['otter']));

	open.show([otter]);

	await vi.waitFor(() => expect([...shown]).toEqual(['otter']));
});
