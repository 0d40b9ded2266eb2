import type { SuspiciousTreatment } from '#lib/model/stream-event.ts';
import { m } from '#lib/paraglide/messages.js';

/** How somebody can be treated, mildest first. */
export const treatments: readonly { readonly value: SuspiciousTreatment; readonly label: string }[] = [
	{ value: 'none', label: m.queue_suspicious_nothing() },
	{ value: 'active_monitoring', label: m.queue_suspicious_monitor() },
	{ value: 'restricted', label: m.queue_suspicious_restrict() }
];

const sentences: Readonly<Record<SuspiciousTreatment, (inputs: { readonly name: string }) => string>> = {
	none: m.queue_suspicious_now_nothing,
	active_monitoring: m.queue_suspicious_now_monitor,
	restricted: m.queue_suspicious_now_restrict
};

/** Says how somebody is treated now. */
export function treatmentText(treatment: SuspiciousTreatment, name: string): string {
	return sentences[treatment]({ name });
}
