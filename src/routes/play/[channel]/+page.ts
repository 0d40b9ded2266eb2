import { readChannel } from '#lib/ui/interactive/play/play-channel.ts';
import type { PageLoad } from './$types';

/** What cannot be a channel is told on the page, where another can be chosen. */
export const load: PageLoad = ({ params }) => ({ channel: readChannel(params.channel) });
