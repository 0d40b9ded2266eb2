import { errorCodes, failure } from './envelope.ts';
import type { EmulatedThetaClient } from './theta-client.ts';

/** The application whose ID and secret a query carries, or THETA.tv's refusal. @see https://github.com/slivertv/thetatv-app-docs#making-api-calls */
export function authenticateApp(
	query: URLSearchParams,
	clients: readonly EmulatedThetaClient[]
): EmulatedThetaClient | Response {
	const client = clients.find(({ clientId }) => clientId === query.get('client_id'));
	if (client && client.clientSecret === query.get('client_secret')) return client;
	return failure(errorCodes.authorization, 'Invalid client.', 401);
}
