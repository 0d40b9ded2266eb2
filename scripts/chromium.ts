import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.ts';

/** Makes sure that there is a Chromium for the browser tests, and prints which. */
if (!findChromium()) install();
const path = findChromium();
if (!path) {
	console.error('No Chromium was found and none could be installed. Install one and set CHROMIUM_PATH to it.');
	process.exit(1);
}
console.log(`Chromium: ${path}`);

function install(): void {
	const asRoot = process.getuid?.() === 0;
	if (asRoot && existsSync('/usr/bin/apt-get')) {
		run('apt-get', ['update', '-qq']);
		if (run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])) return;
	}
	run('npx', ['playwright', 'install', ...(asRoot ? ['--with-deps'] : []), 'chromium']);
}

function run(command: string, args: readonly string[]): boolean {
	console.log(`No Chromium yet: ${command} ${args.join(' ')}`);
	const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status === 0;
}
