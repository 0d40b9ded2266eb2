/** The parameters of a token or revoke request: the form body, and the query string where the body has none of that name. */
export async function readForm(request: Request): Promise<URLSearchParams> {
	const form = new URLSearchParams(new URL(request.url).search);
	if (!(request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded')) return form;
	for (const [name, value] of new URLSearchParams(await request.text())) form.set(name, value);
	return form;
}
