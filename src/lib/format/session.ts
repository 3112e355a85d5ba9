import type { Names } from '../core/form/index.ts';
import { nameIn } from './locale.ts';
import type { Locale } from './locale.ts';

/** Why there is no dataset of the session, or a saved one was not opened, and what to do. */
export const SESSION_FAILURES = {
	'session/no-report': {
		zh: '没有一份报告同时读出机关名称、年度和表，数据集没有生成。请看上面列表里各文件的原因',
		en: 'no report gave agency, year and tables, so there is no dataset; see the reasons in the list above'
	},
	'session/manifest-not-understood': {
		zh: '台账 manifest.csv 读不懂，请改正或拿掉后再试',
		en: 'the manifest is not understood; mend it or leave it out'
	},
	'session/agencies-not-understood': {
		zh: '机关对照表 agencies.csv 读不懂，请改正或拿掉后再试',
		en: 'the list of agencies is not understood; mend it or leave it out'
	},
	'session/coverage-not-understood': {
		zh: '汇总范围 coverage.csv 读不懂，请改正或拿掉后再试',
		en: 'what the reports sum up is not understood; mend coverage.csv or leave it out'
	},
	'session/decisions-not-understood': {
		zh: '处理决定 decisions.csv 读不懂，请改正或拿掉后再试',
		en: 'the decisions are not understood; mend decisions.csv or leave it out'
	},
	'session/not-a-dataset': {
		zh: '这个压缩包不是本网站保存的数据集',
		en: 'this zip is not a dataset that this site saved'
	},
	'session/zip-damaged': {
		zh: '压缩包损坏（可能没有下载完整），请用原来的文件再试',
		en: 'the zip is damaged (perhaps not downloaded whole); try the original file'
	},
	'session/file-missing': {
		zh: '压缩包里缺少数据文件，没有打开',
		en: 'a data file is missing in the zip; it was not opened'
	},
	'session/file-damaged': {
		zh: '数据文件与保存时的校验和不符，没有打开：请用原来的文件再试',
		en: 'a file does not have the checksum it was saved with; nothing was opened: try the original file'
	},
	'session/other-version': {
		zh: '这个数据集由另一版本的程序保存，列不相同；请用原来的报告重新生成',
		en: 'this dataset was saved by another version of the program, with other columns; make it again from the reports'
	},
	'session/too-large': { zh: '压缩包过大，没有打开', en: 'the zip is too large and was not opened' },
	'session/timeout': { zh: '打开用时过长，已停止', en: 'opening took too long and was stopped' },
	'session/failed': {
		zh: '没有完成：这是程序或浏览器的问题（如内存不足），原有的数据集不受影响；可以少放一些文件再试',
		en: 'it was not finished: a fault of the program or the browser (such as lack of memory); what was there before stays. Try with fewer files'
	}
} as const satisfies Record<string, Names>;

export interface SessionTrouble {
	readonly code: keyof typeof SESSION_FAILURES;
	readonly found: string;
}

export function sessionSentence({ code, found }: SessionTrouble, locale: Locale): string {
	const what = nameIn(SESSION_FAILURES[code], locale);
	const said = locale === 'zh' ? what : what.charAt(0).toUpperCase() + what.slice(1);
	if (found === '') return `${said}${locale === 'zh' ? '。' : '.'}`;
	return locale === 'zh' ? `${said}（${found}）。` : `${said} (${found}).`;
}
