import { measureIrc } from './irc.ts';

measureIrc();
