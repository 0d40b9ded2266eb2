import { resolve } from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import { launchAll, type Launch } from './launch.ts';
import { assertFree, readPort } from './ports.ts';
import { prepareStage, startEmulator, startWorker } from './stage.ts';

/** Pages from Vite with hot reloading; the Worker answers `/api` behind it. */
process.chdir(resolve(import.meta.dirname, '..'));
await launchAll(start);

async function start(launch: Launch): Promise<void> {
	const port = readPort('PORT', 8787);
	const apiPort = readPort('API_PORT', 8789);
	const stage = prepareStage(port, readPort('EMULATOR_PORT', 8788));
	await assertFree('PORT', port);
	await assertFree('API_PORT', apiPort);
	if (stage.emulated) await assertFree('EMULATOR_PORT', stage.emulatorPort);
	await launch.run({ name: 'The message compiler', command: 'npm', args: ['run', '-s', 'sync'] });
	await Promise.all([
		stage.emulated && startEmulator(launch, stage),
		startWorker(launch, stage, apiPort, emptyPages(`${stage.folder}/no-pages`))
	]);
	launch.start({
		name: 'Vite',
		command: process.execPath,
		args: ['node_modules/vite/bin/vite.js', 'dev'],
		environment: { PORT: String(port), API_ORIGIN: `http://127.0.0.1:${apiPort}` },
		logFile: `${stage.folder}/vite.log`
	});
	await launch.waitFor(`http://127.0.0.1:${port}/`, 60_000);
	console.log(`Tributary: http://localhost:${port}`);
}

function emptyPages(folder: string): string {
	mkdirSync(folder, { recursive: true });
	writeFileSync(`${folder}/index.html`, '');
	return folder;
}
