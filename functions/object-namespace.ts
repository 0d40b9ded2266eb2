/** The part of a Durable Object binding that is used, so that nothing but the Worker's entry depends on Cloudflare's runtime. */
export interface ObjectNamespace<Stub> {
	getByName(name: string): Stub;
}
