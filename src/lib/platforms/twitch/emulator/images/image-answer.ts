/** Answers an SVG that can do nothing but be looked at; 404 where there is none. */
export function imageAnswer(svg: string | undefined): Response {
	if (svg === undefined) return new Response(null, { status: 404 });
	return new Response(svg, {
		headers: {
			'content-type': 'image/svg+xml',
			'cache-control': 'public, max-age=86400',
			'content-security-policy': "default-src 'none'",
			'x-content-type-options': 'nosniff'
		}
	});
}
