import { expect, test } from 'vitest';
import {
	rememberAnnouncement,
	toggleAnnouncement,
	type AnnouncementTexts
} from '#lib/ui/actions/announcements/announcement-texts.ts';

const make = (message: string) => ({ message, color: 'blue' }) as const;
const none: AnnouncementTexts = { saved: [], recent: [] };

test('the newest five are remembered once each, newest first', () => {
	const texts = ['1', '2', '3', '4', '5', '6', '3'].map(make).reduce(rememberAnnouncement, none);

	expect(texts.recent.map(({ message }) => message)).toEqual(['3', '6', '5', '4', '2']);
});

test('what is kept is listed once, stays when it is made again, and can be let go', () => {
	const kept = toggleAnnouncement(rememberAnnouncement(none, make('hello')), make('hello'));
	const again = rememberAnnouncement(kept, make('hello'));

	expect(kept).toEqual({ saved: [make('hello')], recent: [] });
	expect(again).toEqual(kept);
	expect(toggleAnnouncement(again, make('hello'))).toEqual({ saved: [], recent: [make('hello')] });
});

test('twenty are kept at most', () => {
	const texts = Array.from({ length: 25 }, (_, index) => make(String(index))).reduce(toggleAnnouncement, none);

	expect(texts.saved.map(({ message }) => message)).toEqual(
		Array.from({ length: 20 }, (_, index) => String(index + 5))
	);
});
