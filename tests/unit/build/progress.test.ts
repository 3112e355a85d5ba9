import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { paceText, showProgress } from '../../../scripts/build/progress.ts';

class Terminal extends PassThrough {
	readonly isTTY = true;
	readonly columns = 100;
	cursorTo(): boolean {
		return true;
	}
	clearLine(): boolean {
		return true;
	}
}

describe('the pace of a build', () => {
	it.each([
		[{ done: 0, total: 10 }, 1000, 'zh', ''],
		[{ done: 100, total: 1000 }, 10_000, 'zh', '每秒 10 个,还需约 1 分 30 秒'],
		[{ done: 3, total: 6 }, 2000, 'en', '1.5 a second, about 2 s left'],
		[{ done: 1000, total: 10_000_000 }, 1000, 'en', '1000 a second, about 2 h 46 min left']
	] as const)('of %o after %d ms reads in %s “%s”', (progress, elapsed, locale, text) => {
		expect(paceText(progress, elapsed, locale)).toBe(text);
	});
});

describe('showProgress', () => {
	it('writes a line every five seconds where the output is no terminal, and none at the end', () => {
		const output = new PassThrough({ encoding: 'utf8' });
		let time = 0;
		const progress = showProgress({ locale: 'zh', output, now: () => time });
		for (let done = 1; done <= 120; done += 1) {
			time += 100;
			progress.step({ done, total: 120 });
		}
		progress.end();
		expect(String(output.read())).toBe('已读 50/120,每秒 10 个,还需约 7 秒\n已读 100/120,每秒 10 个,还需约 2 秒\n');
	});

	it('says nothing of what is done at once', () => {
		const output = new PassThrough({ encoding: 'utf8' });
		const progress = showProgress({ locale: 'en', output, now: () => 0 });
		progress.step({ done: 1, total: 1 });
		progress.end();
		expect(output.read()).toBeNull();
	});

	it('draws a bar with rate and time left on a terminal', () => {
		const output = new Terminal({ encoding: 'utf8' });
		let time = 0;
		const progress = showProgress({ locale: 'en', output, now: () => time });
		progress.step({ done: 0, total: 4 });
		time = 1000;
		progress.step({ done: 2, total: 4 });
		progress.end();
		expect(String(output.read())).toMatch(/Reading █{12}░{12} 2\/4 2\.0 a second, about 1 s left/u);
	});
});
