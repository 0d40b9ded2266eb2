/** The part of a Durable Object binding that is used, so that nothing but the Worker's entry depends on Cloudflare's runtime. */
export interface ObjectNamespace<Stub> {
	getByName(name: string): Stub;
}

/** What is asked of a room from outside it. */
export interface RoomObject {
	/** Whether a game client is seated. */
	hosted(): Promise<boolean>;
	/** Seats a socket; the request is one of `formatPlaceRequest`'s. */
	fetch(request: Request): Promise<Response>;
	/** Ends the game client that is seated, for good; false where there is none. */
	kick(): Promise<boolean>;
}
