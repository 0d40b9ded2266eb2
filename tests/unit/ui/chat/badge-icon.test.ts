import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { badgeIcon } from '#lib/ui/chat/badge-icon.ts';

const sets = ['broadcaster', 'moderator', 'vip', 'subscriber', 'founder', 'staff', 'partner', 'bits', 'premium'];

test.each(sets)('the badge %s has a picture and a name', (set) => {
	const icon = badgeIcon({ set, version: '1' });

	expect(icon?.label).toMatch(/^[A-Z]/);
	expect(existsSync(`static/badges/${icon?.file}`)).toBe(true);
});

test.each(['predictions', '../x', 'constructor', ''])('the set "%s" is not shown', (set) => {
	expect(badgeIcon({ set, version: '1' })).toBeUndefined();
});
