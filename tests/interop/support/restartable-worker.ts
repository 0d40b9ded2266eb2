import { InteractiveRoom as Room } from '#functions/main.ts';

export { default, MixerGrant } from '#functions/main.ts';

/** The Worker's own room, which a test can restart as a deploy does where it may say so. */
export class InteractiveRoom extends Room {
	async restart(): Promise<void> {
		for (const socket of this.ctx.getWebSockets()) socket.close(1012, 'The room was restarted.');
	}
}
