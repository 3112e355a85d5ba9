import { describe, expect, it } from 'vitest';
import { findChromium, listCandidates } from '../../../scripts/run/find-chromium.ts';

describe('finding a Chromium', () => {
	it('takes what CHROMIUM_PATH names', () => {
		expect(findChromium({ CHROMIUM_PATH: '/opt/browser' })).toBe('/opt/browser');
	});

	it('looks along PATH on Linux, Chromium first', () => {
		const candidates = listCandidates('linux', { PATH: '/opt/bin' });
		expect(candidates[0]).toBe('/opt/bin/chromium');
		expect(candidates).toContain('/usr/bin/google-chrome');
	});

	it('looks in the folders of applications on macOS', () => {
		expect(listCandidates('darwin', { HOME: '/Users/a' })).toContain(
			'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
		);
	});

	it('looks in the folders of programs on Windows', () => {
		const candidates = listCandidates('win32', { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' });
		expect(candidates).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
	});
});
