import { expect, test } from 'vitest';
import { webUrl } from '#lib/ui/chat/web-url.ts';

test('addresses of the web are links', () => {
	expect(webUrl('https://example.com/a?b=1#c')).toBe('https://example.com/a?b=1#c');
	expect(webUrl('http://example.com')).toBe('http://example.com/');
});

test.each([
	'javascript:alert(1)',
	'data:text/html,x',
	'file:///etc/passwd',
	'https://trusted.example@evil.invalid/',
	'//evil.invalid',
	'not an address',
	''
])('"%s" is no link', (text) => {
	expect(webUrl(text)).toBeUndefined();
});
