import { chooseScheme, type Scheme } from '#lib/interactive/encoding.ts';
import { errorCodes } from '#lib/interactive/error-codes.ts';
import {
	parseFrame,
	type FrameLimits,
	type MalformedPacket,
	type MethodPacket,
	type ReplyPacket
} from '#lib/interactive/packet.ts';

type Packet = MethodPacket | ReplyPacket | MalformedPacket;

const undecodable: MalformedPacket = {
	type: 'malformed',
	id: 0,
	code: errorCodes.cannotDecompress,
	message: 'The frame could not be decompressed.'
};

/** Far more than any viewer's client ever sends; workerd itself would read 32 MiB. */
const hugeBytes = 65_536;

/** Whether a frame is so large that whoever sent it is not worth an answer. */
export function huge(frame: string | ArrayBuffer): boolean {
	return (typeof frame === 'string' ? frame.length : frame.byteLength) > hugeBytes;
}

/** The packets of a frame; bytes are what could not be made text. */
export function readPackets(frame: string | ArrayBuffer, limits: FrameLimits): readonly Packet[] {
	return typeof frame === 'string' ? parseFrame(frame, limits) : [undecodable];
}

/** How frames are written after a call, `undefined` for as before; who wanted no reply may be told nothing but text. */
export function agreedScheme(packet: Packet, replies: readonly ReplyPacket[]): Scheme | undefined {
	if (packet.type !== 'method' || packet.method !== 'setCompression' || replies[0]?.error) return undefined;
	const scheme = chooseScheme(packet.params ?? {});
	return replies[0] || scheme === 'text' ? scheme : undefined;
}
