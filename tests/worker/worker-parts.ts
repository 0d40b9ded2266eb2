export type { Env } from '#functions/env.ts';
export { AppAccessToken } from '#functions/oauth/app-access-token.ts';
export { requestAppGrant, type Grant } from '#functions/oauth/grants.ts';
export { twitchOAuth } from '#functions/oauth/twitch.ts';
export { readPublicConfig } from '#functions/public-config.ts';
export { Upstream } from '#functions/upstream.ts';
export { createWorker, type WorkerPorts } from '#functions/worker.ts';
