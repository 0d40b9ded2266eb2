import { resolve } from 'node:path';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readPublicConfig } from '../functions/public-config.ts';
import { launchAll, LaunchError, type Launch } from './launch.ts';
import { games, overlays } from './overlays.ts';
import { assertFree, readPort } from './ports.ts';
import { formatHeaders } from './response-headers.ts';
import { prepareStage, startEmulator, startWorker, type Stage } from './stage.ts';

process.chdir(resolve(import.meta.dirname, '..'));
await launchAll(start);

async function start(launch: Launch): Promise<void> {
	const port = readPort('PORT', 8787);
	const stage = prepareStage(port, readPort('EMULATOR_PORT', 8788));
	await assertFree('PORT', port);
	if (stage.emulated) await assertFree('EMULATOR_PORT', stage.emulatorPort);
	if (process.env['TRIBUTARY_SKIP_BUILD'] !== '1') await build(launch);
	const assets = copyPages(stage);
	await Promise.all([stage.emulated && startEmulator(launch, stage), startWorker(launch, stage, port, assets)]);
	console.log(`Tributary: http://localhost:${port}`);
}

async function build(launch: Launch): Promise<void> {
	console.log('Building the pages…');
	await launch.run({ name: 'The build', command: 'npm', args: ['run', '-s', 'build'] });
}

/** Gives the built pages, in a copy, the headers for what they may reach from this machine. */
function copyPages({ folder, configuration, port, emulated }: Stage): string {
	if (!existsSync('build/index.html')) throw new LaunchError('There is no build yet: npm run build');
	const assets = `${folder}/assets`;
	rmSync(assets, { recursive: true, force: true });
	cpSync('build', assets, { recursive: true });
	const pages = ['build/index.html', ...overlays.map(({ name }) => `build/overlay/${name}.html`)].map((file) =>
		readFileSync(file, 'utf8')
	);
	const gamePages = games.map((file) => readFileSync(`build/${file}`, 'utf8'));
	const config = readPublicConfig(configuration, `http://localhost:${port}`);
	writeFileSync(`${assets}/_headers`, formatHeaders({ pages, games: gamePages, config, local: true }));
	if (!emulated) console.log('The emulator stays off: .dev.vars names a real client ID.');
	return assets;
}
