/** A packet as a viewer's page was given it. */
export interface ReceivedPacket {
	readonly method?: string;
	readonly params?: Readonly<Record<string, unknown>>;
}
