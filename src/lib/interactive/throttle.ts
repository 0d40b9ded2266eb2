/** A leaky bucket's size and how much of it drains in a second, both in bytes or in calls. */
export interface BucketRule {
	readonly capacity: number;
	readonly drainRate: number;
}

/** How full a bucket was at that time (epoch ms). */
export interface Bucket {
	readonly level: number;
	readonly at: number;
}

/** Pours into a bucket; `fits` is false, and the level what it was, where it would overflow. @see https://github.com/mixer/developer-docs Interactive protocol 1.7, throttling */
export function pour(
	bucket: Bucket,
	rule: BucketRule,
	amount: number,
	now: number
): { readonly bucket: Bucket; readonly fits: boolean } {
	// A clock that went back drains nothing.
	const elapsedMs = Math.max(0, now - bucket.at);
	const level = Math.max(0, bucket.level - (elapsedMs * rule.drainRate) / 1000);
	const fits = level + amount <= rule.capacity;
	return { bucket: { level: fits ? level + amount : level, at: Math.max(now, bucket.at) }, fits };
}

/** Whether a joystick's or pointer's next sample is due; the resting position always is, so that nothing keeps moving. */
export function sampleDue(
	input: Readonly<Record<string, unknown>>,
	lastAt: number | undefined,
	sampleRateMs: number,
	now: number
): boolean {
	if (lastAt === undefined || (input['x'] === 0 && input['y'] === 0)) return true;
	return now < lastAt || now - lastAt >= sampleRateMs;
}
