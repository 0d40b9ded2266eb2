/** An application that THETA.tv's staff registered. */
export interface EmulatedThetaClient {
	readonly clientId: string;
	readonly clientSecret: string;
	readonly redirectUris: readonly string[];
	/** Chat shows it as the author of what the application says. */
	readonly name: string;
	/** Whether streamers can install it in their channels. @see https://github.com/slivertv/thetatv-app-docs#channel-installation-internal-applications-only */
	readonly internal?: boolean;
}
