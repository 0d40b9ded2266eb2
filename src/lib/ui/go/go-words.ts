import { AuthorizationError, ConnectionError } from '#lib/model/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { WorkerRejection } from '#lib/services/worker-request.ts';
import { platformName } from '#lib/ui/chat/status-text.ts';

/** What the streamer is told when a code could not be looked up or answered. */
export function goProblem(problem: unknown, platform: string): string {
	if (problem instanceof AuthorizationError) return m.go_signed_out({ platform: platformName(platform) });
	if (problem instanceof ConnectionError && problem.code === 'rate_limited') return m.go_too_many();
	if (problem instanceof WorkerRejection && problem.code === 'code_not_found') return m.go_no_such_code();
	if (problem instanceof WorkerRejection && problem.class === 'config') return m.go_config();
	return m.go_trouble();
}

/** The one thing that a game can be granted here. */
export const hostScope = 'interactive:robot:self';
