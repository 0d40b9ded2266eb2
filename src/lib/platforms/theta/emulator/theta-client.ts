/** An application that THETA.tv's staff registered. */
export interface EmulatedThetaClient {
	readonly clientId: string;
	readonly clientSecret: string;
	readonly redirectUris: readonly string[];
	readonly name: string;
}
