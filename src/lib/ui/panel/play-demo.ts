import type { PublicConfig } from '#lib/model/public-config.ts';
import type { ChatConnection } from '#lib/platforms/chat-connection.ts';
import type { LiveChat } from '#lib/state/live-chat.svelte.ts';

/** What starts the demo; given by a route, because only routes may load it. */
export type StartDemo = (
	config: PublicConfig
) => Promise<{ readonly connections: readonly ChatConnection[]; stop(): void }>;

/** Shows the demo in a chat until the returned function is called. */
export function playDemo(live: LiveChat, startDemo: StartDemo, config: PublicConfig): () => void {
	const undo: (() => void)[] = [];
	let over = false;
	void startDemo(config).then(({ connections, stop }) => {
		if (over) return stop();
		undo.push(...connections.map((connection) => live.add(connection)), stop);
	});
	return () => {
		over = true;
		for (const step of undo) step();
	};
}
