import type { FirstLoad } from './first-load.ts';

const applicationPreloads = /[\t ]*<link [^>]*rel="modulepreload">\n/g;
const applicationStart = /Promise\.all\(\[[^\]]*\]\)\.then\(\([^)]*\) => \{[^}]*\}\);/;

/**
 * Makes the page of an overlay of the application's: it starts the overlay without the application, and asks for everything that the
 * first line needs at once instead of in five rounds. Throws when the application's page is not as expected.
 */
export function createOverlayHtml(html: string, { scripts, styles }: FirstLoad, start: string): string {
	if (!applicationStart.test(html)) throw new Error('The page of the application starts in an unexpected way.');
	const links = [
		'<link href="/api/config" rel="preload" as="fetch" crossorigin>',
		...styles.map((file) => `<link href="/${file}" rel="stylesheet">`),
		...scripts.map((file) => `<link href="/${file}" rel="modulepreload">`)
	];
	return html
		.replace(applicationPreloads, '')
		.replace(applicationStart, () => `import("/${scripts[0]}").then((overlay) => overlay.${start}(element));`)
		.replace('</head>', () => `\t${links.join('\n\t\t')}\n\t</head>`);
}
