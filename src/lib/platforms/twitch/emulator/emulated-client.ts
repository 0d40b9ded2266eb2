/** A registered application. */
export interface EmulatedClient {
	readonly clientId: string;
	/** Absent for a Public client, which may not use the code flow. */
	readonly clientSecret?: string;
	readonly redirectUris: readonly string[];
	/** As the authorize page shows it. */
	readonly name: string;
}
