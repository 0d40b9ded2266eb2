import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { compile } from '@inlang/paraglide-js';

/** Compiles messages/*.json into src/lib/paraglide; a file named after its language is all that a new language needs. */
const baseLocale = 'en';
const locales = readdirSync('messages')
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.slice(0, -'.json'.length));

mkdirSync('project.inlang', { recursive: true });
writeFileSync(
	'project.inlang/settings.json',
	JSON.stringify({
		baseLocale,
		locales,
		modules: ['./node_modules/@inlang/plugin-message-format/dist/index.js'],
		'plugin.inlang.messageFormat': { pathPattern: './messages/{locale}.json' }
	})
);

await compile({
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
	emitTsDeclarations: true,
	emitGitIgnore: false,
	emitReadme: false,
	emitPrettierIgnore: false
});

// The compiler leaves timers behind that would keep this process for half a minute.
process.exit();
