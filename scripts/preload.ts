import type { FirstLoad } from './first-load.ts';

/** The application's page for one route, with everything that the route needs asked for at once instead of in five rounds. */
export function addPreloads(html: string, { scripts, styles }: FirstLoad): string {
	const present = (file: string): boolean => html.includes(`href="/${file}"`);
	const links = [
		'<link href="/api/config" rel="preload" as="fetch" crossorigin>',
		...styles.filter((file) => !present(file)).map((file) => `<link href="/${file}" rel="stylesheet">`),
		...scripts.filter((file) => !present(file)).map((file) => `<link href="/${file}" rel="modulepreload">`)
	];
	return html.replace('</head>', () => `\t${links.join('\n\t\t')}\n\t</head>`);
}
