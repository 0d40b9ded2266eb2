/** The part of a Durable Object binding that is used, so that nothing but the Worker's entry depends on Cloudflare's runtime. */
export interface ObjectNamespace<Stub> {
	getByName(name: string): Stub;
}

/** What is asked of a room from outside it. */
export interface RoomObject {
	/** Whether a game client is seated. */
	hosted(): Promise<boolean>;
}
