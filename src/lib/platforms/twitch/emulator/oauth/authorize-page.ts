import type { EmulatedUser } from '../emulated-user.ts';
import { escapeHtml, htmlAnswer } from './html.ts';

const style = `
	:root { color-scheme: light dark; --surface: #fff; --text: #1d1b26; --soft: #6b6880; --line: #d9d6e3; --accent: #6a35c9; }
	@media (prefers-color-scheme: dark) {
		:root { --surface: #1f1c29; --text: #f1eff7; --soft: #a9a4bd; --line: #3b3650; --accent: #8f5cf0; }
	}
	* { box-sizing: border-box; }
	body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px; color: var(--text);
		background: color-mix(in srgb, var(--surface) 92%, var(--accent)); font: 16px/1.5 system-ui, sans-serif; }
	main { width: min(100%, 440px); padding: 24px; border: 1px solid var(--line); border-radius: 16px; background: var(--surface); }
	.mark { margin: 0 0 16px; font-size: 14px; font-weight: 600; color: var(--soft); }
	h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.25; }
	fieldset { margin: 0; padding: 0; border: 0; }
	legend, h2 { margin: 0 0 8px; padding: 0; font-size: 14px; font-weight: 600; color: var(--soft); }
	.account { display: grid; grid-template-columns: 24px 40px 1fr; gap: 0 12px; align-items: center; min-height: 60px;
		padding: 8px 12px; margin-bottom: 8px; border: 1px solid var(--line); border-radius: 12px; }
	.account input, .account img { grid-row: 1 / span 2; }
	.account input { width: 20px; height: 20px; accent-color: var(--accent); }
	.account img { width: 40px; height: 40px; border-radius: 50%; }
	.account label { font-weight: 600; }
	.account span { font-size: 14px; color: var(--soft); }
	ul { margin: 0 0 24px; padding-left: 20px; }
	h2 { margin-top: 16px; }
	.actions { display: flex; flex-wrap: wrap; gap: 12px; }
	button { flex: 1; min-height: 44px; padding: 0 20px; border: 1px solid var(--line); border-radius: 12px; font: inherit;
		font-weight: 600; color: inherit; background: none; cursor: pointer; }
	button[value='authorize'] { border-color: transparent; color: #fff; background: #6a35c9; }
	:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

/** What the consent page shows. */
export interface ConsentPage {
	readonly clientName: string;
	readonly scopes: readonly string[];
	readonly accounts: readonly EmulatedUser[];
	/** The account whose radio is set. */
	readonly preferredUserId: string | undefined;
}

/** The page on which an account is chosen and the grant given or refused; its form is posted to its own address. */
export function consentPage({ clientName, scopes, accounts, preferredUserId }: ConsentPage): Response {
	const scopeItems = scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`).join('');
	return htmlAnswer(
		page(
			`Authorize ${clientName}`,
			`<h1>Let ${escapeHtml(clientName)} use an account</h1>
			<form method="post">
				<fieldset>
					<legend>Account</legend>
					${accounts.map((account) => accountChoice(account, account.id === preferredUserId)).join('')}
				</fieldset>
				<h2>Scopes asked for</h2>
				${scopeItems ? `<ul>${scopeItems}</ul>` : '<p>None: only who you are.</p>'}
				<div class="actions">
					<button name="decision" value="authorize">Authorize</button>
					<button name="decision" value="cancel">Cancel</button>
				</div>
			</form>`
		)
	);
}

/** The page shown instead of a redirect when the request itself is wrong. */
export function requestErrorPage(problem: string): Response {
	return htmlAnswer(page('Request refused', `<h1>Request refused</h1><p>${escapeHtml(problem)}</p>`), 400);
}

function page(title: string, content: string): string {
	return `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width" />
		<title>${escapeHtml(title)} · Twitch emulator</title>
		<style>${style}</style>
	</head>
	<body>
		<main>
			<p class="mark">Twitch emulator — not Twitch</p>
			${content}
		</main>
	</body>
</html>`;
}

function accountChoice(account: EmulatedUser, checked: boolean): string {
	const id = escapeHtml(account.id);
	return `<div class="account">
		<input type="radio" name="account" id="account-${id}" value="${id}" aria-describedby="login-${id}" required${checked ? ' checked' : ''} />
		<img src="../cdn/jtv_user_pictures/${id}-profile_image-300x300.png" alt="" />
		<label for="account-${id}">${escapeHtml(account.displayName)}</label>
		<span id="login-${id}">${escapeHtml(account.login)}</span>
	</div>`;
}
