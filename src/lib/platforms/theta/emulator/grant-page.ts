import type { EmulatedThetaUser } from './emulated-user.ts';
import type { Grants } from './grants.ts';
import type { EmulatedThetaClient } from './theta-client.ts';

const headers = {
	'Content-Type': 'text/html; charset=utf-8',
	'Cache-Control': 'no-store',
	'Referrer-Policy': 'no-referrer',
	'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"
};

const style =
	'body{font:16px/1.5 system-ui,sans-serif;max-width:28rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}' +
	'label,button{display:block;padding:.6rem;min-height:44px;width:100%;box-sizing:border-box;font:inherit}' +
	'button{margin-top:.75rem}fieldset{margin:1.5rem 0}p.note{opacity:.75}';

/** What the grant page works with. */
export interface GrantPageOptions {
	readonly clients: readonly EmulatedThetaClient[];
	readonly streamers: readonly EmulatedThetaUser[];
	readonly grants: Grants;
	/** Where the form is sent. */
	readonly action: string;
	/** THETA.tv documents no `state`; whether it gave one back is not known. */
	readonly echoState: boolean;
}

/** Plays `/account/grant-app`: asks whom to sign in and sends the browser back. @see https://github.com/slivertv/thetatv-app-docs */
export async function answerGrantPage(request: Request, options: GrantPageOptions): Promise<Response> {
	if (request.method === 'GET') return showQuestion(new URL(request.url).searchParams, options);
	if (request.method !== 'POST') return page('Not allowed', '<p>This page answers GET and POST.</p>', 405);
	return decide(new URLSearchParams(await request.text()), options);
}

function showQuestion(query: URLSearchParams, options: GrantPageOptions): Response {
	const client = registeredClient(query, options.clients);
	if (!client) return unregistered();
	const hidden = ['client_id', 'redirect_uri', 'state']
		.filter((name) => query.has(name))
		.map((name) => `<input type="hidden" name="${name}" value="${escapeHtml(query.get(name) ?? '')}">`);
	const choices = options.streamers.map(
		({ id, username }, index) =>
			`<label><input type="radio" name="user_id" value="${id}"${index === 0 ? ' checked' : ''}> ${escapeHtml(username)}</label>`
	);
	return page(
		`Allow ${escapeHtml(client.name)}?`,
		`<form method="post" action="${escapeHtml(options.action)}">${hidden.join('')}
<fieldset><legend>Sign in as</legend>${choices.join('')}</fieldset>
<button name="decision" value="allow">Allow</button><button name="decision" value="deny">Deny</button></form>`
	);
}

function decide(form: URLSearchParams, options: GrantPageOptions): Response {
	const client = registeredClient(form, options.clients);
	if (!client) return unregistered();
	const target = new URL(form.get('redirect_uri') ?? '');
	const user = options.streamers.find(({ id }) => id === form.get('user_id'));
	if (form.get('decision') === 'allow' && user)
		target.searchParams.set('code', options.grants.issueCode({ clientId: client.clientId, userId: user.id }));
	const state = form.get('state');
	if (options.echoState && state !== null) target.searchParams.set('state', state);
	return new Response(null, { status: 303, headers: { ...headers, Location: target.href } });
}

function registeredClient(
	parameters: URLSearchParams,
	clients: readonly EmulatedThetaClient[]
): EmulatedThetaClient | undefined {
	const client = clients.find(({ clientId }) => clientId === parameters.get('client_id'));
	return client?.redirectUris.includes(parameters.get('redirect_uri') ?? '') ? client : undefined;
}

function unregistered(): Response {
	return page('Not registered', '<p>This application or its redirect address is not registered.</p>', 400);
}

function page(title: string, content: string, status = 200): Response {
	const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${style}</style></head>
<body><main><p class="note">THETA.tv emulator — not THETA.tv</p><h1>${title}</h1>${content}</main></body></html>`;
	return new Response(html, { status, headers });
}

function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}
