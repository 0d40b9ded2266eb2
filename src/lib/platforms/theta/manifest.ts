import type { PlatformManifest } from '../platform.ts';

/** Keeps separators and wildcards of PubNub channel names out. */
const userIdPattern = /^[A-Za-z0-9_-]{1,64}$/;

/** THETA.tv, whose public service closed in 2023. @see docs/decisions/theta-after-closing.md */
export const thetaManifest: PlatformManifest = {
	id: 'theta',
	name: 'THETA.tv',
	closedSince: 2023,
	scopes: [],
	writable: true,
	returnsState: false,
	tokensNameNobody: true,
	parseChannelKey(input) {
		const userId = input.trim();
		return userIdPattern.test(userId) ? userId : undefined;
	},
	authorizationUrl(config, { state }) {
		if (!config.theta.clientId) return undefined;
		const url = new URL(`${config.theta.webUrl}/account/grant-app`);
		url.search = new URLSearchParams({
			client_id: config.theta.clientId,
			redirect_uri: config.theta.redirectUri,
			state
		}).toString();
		return url;
	}
};
