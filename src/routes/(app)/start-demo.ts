import type { StartDemo } from '#lib/ui/panel/play-demo.ts';

/** Starts the demo, loading it first: the emulator is in no first load. */
export const startDemo: StartDemo = async (config) => (await import('#lib/emulator/demo.ts')).startDemo(config);
