import { measureIrc } from './irc.ts';

await measureIrc();
