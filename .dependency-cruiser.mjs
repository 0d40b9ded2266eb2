/** The layer rule: a file imports from its own layer's folder or from a layer below it, never from above. */
const layers = ['model', 'transport', 'platforms|interactive', 'services|emulator', 'state', 'ui'];
const lib = (names) => `^src/lib/(${names})/`;

const upward = layers.slice(0, -1).map((names, index) => ({
	name: `no-upward-import-from-${names.replace('|', '-and-')}`,
	severity: 'error',
	from: { path: lib(names) },
	to: { path: `${lib(layers.slice(index + 1).join('|'))}|^src/routes/` }
}));

const never = (name, from, to) => ({ name, severity: 'error', from, to });

export default {
	forbidden: [
		...upward,
		never('ui-does-not-import-routes', { path: lib('ui') }, { path: '^src/routes/' }),
		never(
			'no-sideways-platform-imports',
			{ path: '^src/lib/platforms/([^/]+)/' },
			{ path: '^src/lib/platforms/[^/]+/', pathNot: '^src/lib/platforms/$1/' }
		),
		never('platforms-and-interactive-are-strangers', { path: lib('platforms') }, { path: lib('interactive') }),
		never('interactive-and-platforms-are-strangers', { path: lib('interactive') }, { path: lib('platforms') }),
		never(
			'only-emulators-know-emulators',
			{ path: '^src/', pathNot: '/emulator/|^src/routes/' },
			{ path: '^src/lib/platforms/[^/]+/emulator/|^src/lib/emulator/' }
		),
		never(
			'emulator-is-lazy',
			{ path: '^src/routes/' },
			{ path: '^src/lib/platforms/[^/]+/emulator/|^src/lib/emulator/', dynamic: false }
		),
		never(
			'svelte-only-above-services',
			{ path: `${lib('model|transport|platforms|interactive|services|emulator')}|^functions/` },
			{ path: '\\.svelte(\\.ts)?$|^\\$app/|node_modules/(svelte|@sveltejs)/' }
		),
		never(
			'pubnub-only-in-theta',
			{ pathNot: '^(src/lib|tests/unit)/platforms/theta/' },
			{ path: 'node_modules/pubnub/' }
		),
		never('idb-only-in-services', { pathNot: '^src/lib/services/' }, { path: 'node_modules/idb-keyval/' }),
		never(
			'worker-stays-small',
			{ path: '^functions/' },
			{
				path: '^src/',
				pathNot: '^src/lib/(model|interactive)/|^src/lib/platforms/(manifests|platform|[^/]+/manifest)\\.ts$'
			}
		),
		never('app-never-imports-functions', { path: '^src/' }, { path: '^functions/' }),
		never('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
		never('no-orphans', { orphan: true, path: '^src/lib/', pathNot: '\\.d\\.ts$|paraglide' }, {}),
		never(
			'not-to-unresolvable',
			{},
			{ couldNotResolve: true, pathNot: '^cloudflare:|^\\$app/|^\\$service-worker|\\$types|\\.svelte-kit' }
		)
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: 'worker-configuration|\\.svelte-kit|paraglide' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'browser', 'import', 'default'],
			extensions: ['.ts', '.js', '.svelte', '.svelte.ts', '.d.ts']
		}
	}
};
