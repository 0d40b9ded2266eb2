import { AuthorizationError } from '#lib/model/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ThetaInstallation } from '#lib/services/theta-installation.ts';

const answers: Readonly<Record<ThetaInstallation, () => string>> = {
	installed: m.theta_installation_installed,
	missing: m.theta_installation_missing,
	external: m.theta_installation_external
};

/** What the streamer is told about the application in their channel. */
export function installationText(installation: ThetaInstallation): string {
	return answers[installation]();
}

/** What the streamer is told when nothing could be found out. */
export function installationProblem(error: unknown): string {
	if (error instanceof AuthorizationError) return m.theta_installation_signed_out();
	return m.theta_installation_unknown();
}
