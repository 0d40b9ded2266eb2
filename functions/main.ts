import { createWorker } from './worker.ts';

export { InteractiveRoom } from './interactive-room.ts';
export { MixerGrant } from './mixer-api/mixer-grant.ts';

/** What Cloudflare starts: the Worker, and beside it the classes of its Durable Objects, which exist in its runtime alone. */
export default createWorker();
