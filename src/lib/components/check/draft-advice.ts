import type { Report } from '$lib/core/extract/report.ts';
import type { Names } from '$lib/core/form/index.ts';

const READABLE: Names = {
	zh: '可以放入网页（HTML）、Word（docx）、带文字的 PDF、Excel（xlsx）、CSV、文本和压缩包（zip）；旧版 .doc、.wps 请另存为 .docx。',
	en: 'Web pages (HTML), Word (docx), PDF with text, Excel (xlsx), CSV, text and zip archives can be read; save old .doc and .wps files as .docx.'
};
const TITLE: Names = {
	zh: '标题应写明机关全称和年度，如“某某市某某局2024年政府信息公开工作年度报告”。',
	en: 'The title should give the full name of the agency and the year.'
};
const WHOLE_TABLES: Names = {
	zh: '请看草稿里的表是否齐全；表三各行各列都应印出，没有的填 0。',
	en: 'See whether the tables are whole; every row and column of table three should be printed, with 0 where there is nothing.'
};
const NUMBERS_ONLY: Names = {
	zh: '格内只写数字，单位写在表头；没有的填 0。',
	en: 'Put the number alone into the cell, its unit in the header; 0 where there is nothing.'
};

/** What the writer of a draft can do, by problem; the remedies of `format/problems.ts` speak to who collects reports. */
const ADVICE: Readonly<Record<string, Names>> = {
	'file/empty': { zh: '文件里没有内容，请重新导出。', en: 'There is nothing in the file; export it again.' },
	'file/unknown-kind': READABLE,
	'file/not-decodable': { zh: '请另存为 UTF-8 或 GB18030 编码。', en: 'Save it as UTF-8 or GB18030.' },
	'file/too-large': { zh: '请只留报告本身，去掉大图片。', en: 'Keep the report alone, without large pictures.' },
	'file/too-many': { zh: '请解压后只选报告文件。', en: 'Unpack it and choose the reports only.' },
	'file/bomb': {
		zh: '文件展开后大得不合理，为安全不再展开；请重新导出。',
		en: 'It unpacks to an unreasonable size and is not unpacked, to be safe; export it again.'
	},
	'file/damaged': { zh: '请重新导出或重新下载后再试。', en: 'Export or download it again.' },
	'file/encrypted': { zh: '请去掉密码再核对。', en: 'Remove the password first.' },
	'file/scanned-pdf': {
		zh: '请用 Word 原稿，或由 Word 另存的 PDF；不从图片猜测数字。',
		en: 'Use the Word original or a PDF saved from it; no figures are guessed from pictures.'
	},
	'file/is-image': {
		zh: '请用 Word、网页或带文字的 PDF；不从图片猜测数字。',
		en: 'Use Word, a web page or a PDF with text; no figures are guessed from pictures.'
	},
	'file/nested-zip': { zh: '请先解压里面的压缩包。', en: 'Unpack the archive inside first.' },
	'file/legacy-doc': {
		zh: '请在 Word 或 WPS 中打开，另存为 .docx 再核对。',
		en: 'Open it in Word or WPS and save it as .docx.'
	},
	'file/not-readable': {
		zh: '文件可能已移动、改名或正被占用；请重新选择。',
		en: 'It may have been moved, renamed or locked; choose it again.'
	},
	'file/timeout': {
		zh: '已停止读这个文件，其余文件照常核对；请只留报告本身再试。',
		en: 'Reading it was stopped, the other files go on; keep the report alone and try again.'
	},
	'file/crashed': {
		zh: '这是本程序的错误，不是草稿的错误；其余文件照常核对。',
		en: 'This is a fault of the program, not of the draft; the other files go on.'
	},
	'report/no-table': {
		zh: '请确认选对了文件：年度报告应有“主动公开”“收到和处理申请”“复议诉讼”三张表。',
		en: 'Is it the right file? An annual report has three tables: disclosure, requests, reviews and lawsuits.'
	},
	'report/agency-not-found': TITLE,
	'report/year-not-found': TITLE,
	'report/table-missing': WHOLE_TABLES,
	'report/copies-differ': {
		zh: '同一报告在文件中出现两次而数字不同：请只留正确的一份。',
		en: 'The report stands twice with different figures: keep the right one only.'
	},
	'table/layout-undetermined': WHOLE_TABLES,
	'table/header-not-found': WHOLE_TABLES,
	'table/incomplete': WHOLE_TABLES,
	'row/missing': WHOLE_TABLES,
	'row/not-placed': WHOLE_TABLES,
	'column/missing': WHOLE_TABLES,
	'cell/not-a-number': NUMBERS_ONLY,
	'cell/fraction': NUMBERS_ONLY,
	'cell/negative': NUMBERS_ONLY,
	'cell/unit-differs': NUMBERS_ONLY
};

export function adviceOn(code: string): Names | null {
	return ADVICE[code] ?? null;
}

const FIRST_YEAR = 2019;
const NEW_LAYOUT_FROM = 2021;

/** Sentences on a year or a layout that a draft cannot well have; `thisYear` is the calendar's. */
export function formNotices({ year, formats }: Report, thisYear: number): Names[] {
	const notices: Names[] = [];
	if (year !== null && year >= thisYear)
		notices.push({
			zh: `标题写的是 ${year} 年度，而这一年还没有结束：请核对年度。`,
			en: `The title says ${year}, a year that is not over: check the year.`
		});
	if (year !== null && year < FIRST_YEAR)
		notices.push({
			zh: `${year} 年度还没有现行的统一表式（自 2019 年度起）：请核对年度。`,
			en: `There was no uniform form for ${year} (it begins with 2019): check the year.`
		});
	const found = [formats.t2, formats.t3];
	if (year !== null && year >= NEW_LAYOUT_FROM && found.includes('2019'))
		notices.push({
			zh: `${year} 年度应当用 2021 版表式（国办公开办函〔2021〕30号），这份草稿用了 2019 版。`,
			en: `For ${year} the layout of 2021 is due (Guoban gongkai banhan [2021] 30); this draft uses that of 2019.`
		});
	if (year !== null && year >= FIRST_YEAR && year < NEW_LAYOUT_FROM && found.includes('2021'))
		notices.push({
			zh: `${year} 年度用 2019 版表式，这份草稿用了 2021 版：请核对年度。`,
			en: `Reports of ${year} use the layout of 2019, this draft that of 2021: check the year.`
		});
	if (found.includes('2019') && found.includes('2021'))
		notices.push({
			zh: '表二和表三的表式不是同一版。',
			en: 'Tables two and three do not have the same layout.'
		});
	return notices;
}
