import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';

describe('a unit test', () => {
	it('cannot ask the network for anything', () => {
		expect(() => fetch('https://example.org/')).toThrow('asked the network');
		expect(() => connect({ host: 'example.org', port: 443 })).toThrow('opened a connection to example.org');
		expect(() => connect(443, 'example.org')).toThrow('opened a connection to example.org');
	});

	it('runs in the time zone of the reports', () => {
		expect(new Date('2024-01-31T20:00:00Z').getDate()).toBe(1);
	});
});
