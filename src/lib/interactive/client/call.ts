import { isObject, type Json, type JsonObject } from '#lib/interactive/json.ts';
import { createReply, type MethodPacket, type ReplyPacket } from '#lib/interactive/packet.ts';

/** A call that the host made, as the listeners get it. */
export class Call {
	/** The method, such as `giveInput`. */
	readonly name: string;
	/** Its parameters; empty where there are none. */
	readonly data: JsonObject;
	readonly #id: number | undefined;
	readonly #send: (packet: ReplyPacket) => void;

	constructor(packet: MethodPacket, send: (packet: ReplyPacket) => void) {
		this.name = packet.method;
		this.data = packet.params ?? {};
		this.#id = packet.discard ? undefined : packet.id;
		this.#send = send;
	}

	/** What was done to a control, with `giveInput`: its `event` and the fields of that; empty with other calls. */
	get input(): JsonObject {
		const input = this.data['input'];
		return isObject(input) ? input : {};
	}

	/** Replies, if the host waits for a reply. */
	reply(result: Json = null): void {
		if (this.#id !== undefined) this.#send(createReply(this.#id, result));
	}

	/** Replies with an error, if the host waits for a reply. */
	replyError(code: number, message: string, path = ''): void {
		if (this.#id !== undefined)
			this.#send({ type: 'reply', id: this.#id, result: null, error: { code, message, path } });
	}
}
