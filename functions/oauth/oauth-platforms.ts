import type { PublicConfig } from '#lib/model/public-config.ts';
import type { RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import type { Env } from '../env.ts';
import type { OAuthPlatform } from './oauth-platform.ts';
import { thetaOAuth } from './theta.ts';
import { twitchOAuth } from './twitch.ts';

/** How each registered platform's OAuth is spoken to. */
export const oauthPlatforms: Readonly<Record<RegisteredPlatformId, (env: Env, config: PublicConfig) => OAuthPlatform>> =
	{
		twitch: twitchOAuth,
		theta: thetaOAuth
	};
