/** What a line does not say itself. */
export interface DecodeContext {
	/** Epoch ms. */
	readonly receivedAt: number;
	/** An id for a line that carries none. */
	readonly createId: () => string;
}
