import {
	mergeActivityRecords,
	parseStoredActivity,
	toStoredActivity,
	type ActivityRecord
} from '#lib/services/activity-record.ts';
import { SharedRecord, type SharedRecordOptions } from '#lib/services/shared-record.ts';
import type { Activity } from './activity.svelte.ts';
import { onLeave } from './keep-history.ts';

/** What keeping takes of the page. */
export type ActivityStorage = Pick<
	SharedRecordOptions<ActivityRecord>,
	'openStorage' | 'clock' | 'random' | 'runExclusively' | 'news'
>;

/** Shows what was kept of the activity and keeps it on, until the returned function is called. */
export function keepActivity(activity: Activity, storage: ActivityStorage, listenForLeave = onLeave): () => void {
	const record = new SharedRecord<ActivityRecord>({
		...storage,
		name: 'activity',
		parse: parseStoredActivity,
		format: toStoredActivity,
		merge: mergeActivityRecords,
		read: () => activity.record,
		take: (merged) => activity.restore(merged)
	});
	const stopChanges = activity.changes.on(() => record.change());
	const stopLeave = listenForLeave(() => {
		activity.settle();
		activity.lookAway();
		void record.leave();
	});
	void record.open().then(() => (activity.ready = true));
	return () => {
		stopLeave();
		activity.settle();
		activity.lookAway();
		stopChanges();
		void record.close();
	};
}
