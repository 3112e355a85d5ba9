import { SingleBar } from 'cli-progress';
import type { Locale } from '../../src/lib/format/locale.ts';

/** How far the reading of files is. */
export interface Progress {
	readonly done: number;
	readonly total: number;
}

/** Shows how far a build is; `end` takes away what does not stay. */
export interface Shown {
	readonly step: (progress: Progress) => void;
	readonly end: () => void;
}

interface Output extends NodeJS.WritableStream {
	readonly isTTY?: boolean;
}

export interface ProgressOptions {
	readonly locale: Locale;
	/** Where to; standard error, so that what a command prints stays apart. */
	readonly output?: Output;
	/** Milliseconds of now. */
	readonly now?: () => number;
}

/** Milliseconds between two lines where the output is no terminal. */
const EVERY = 5000;

export const QUIET: Shown = { step: () => undefined, end: () => undefined };

function duration(seconds: number, locale: Locale): string {
	const whole = Math.ceil(seconds);
	const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
	if (hours > 0)
		return locale === 'zh'
			? `${String(hours)} 小时 ${String(minutes)} 分`
			: `${String(hours)} h ${String(minutes)} min`;
	if (minutes > 0)
		return locale === 'zh'
			? `${String(minutes)} 分 ${String(whole % 60)} 秒`
			: `${String(minutes)} min ${String(whole % 60)} s`;
	return locale === 'zh' ? `${String(whole)} 秒` : `${String(whole)} s`;
}

/** Files a second and the time left, after so many milliseconds; empty while nothing can be told. */
export function paceText({ done, total }: Progress, elapsed: number, locale: Locale): string {
	if (done === 0 || elapsed <= 0) return '';
	const rate = done / (elapsed / 1000);
	const shown = rate >= 10 ? rate.toFixed(0) : rate.toFixed(1);
	const left = duration((total - done) / rate, locale);
	return locale === 'zh' ? `每秒 ${shown} 个,还需约 ${left}` : `${shown} a second, about ${left} left`;
}

function onTerminal(output: Output, locale: Locale, now: () => number): Shown {
	const started = now();
	const bar = new SingleBar({
		format: `${locale === 'zh' ? '读取' : 'Reading'} {bar} {value}/{total} {pace}`,
		stream: output,
		barsize: 24,
		barCompleteChar: '█',
		barIncompleteChar: '░',
		clearOnComplete: true,
		hideCursor: null,
		linewrap: true,
		gracefulExit: false
	});
	let begun = false;
	return {
		step: (progress) => {
			const pace = { pace: paceText(progress, now() - started, locale) };
			if (!begun) bar.start(progress.total, progress.done, pace);
			else bar.update(progress.done, pace);
			begun = true;
		},
		end: () => {
			if (begun) bar.stop();
			begun = false;
		}
	};
}

function inLines(output: Output, locale: Locale, now: () => number): Shown {
	const started = now();
	let last = started;
	return {
		step: (progress) => {
			const time = now();
			if (time - last < EVERY || progress.done >= progress.total) return;
			last = time;
			const share = `${String(progress.done)}/${String(progress.total)}`;
			const pace = paceText(progress, time - started, locale);
			output.write(locale === 'zh' ? `已读 ${share},${pace}\n` : `Read ${share}, ${pace}\n`);
		},
		end: () => undefined
	};
}

/** A bar with rate and time left on a terminal, elsewhere a line every few seconds. */
export function showProgress({
	locale,
	output = process.stderr,
	now = () => performance.now()
}: ProgressOptions): Shown {
	return output.isTTY ? onTerminal(output, locale, now) : inLines(output, locale, now);
}
