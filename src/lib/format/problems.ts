import type { DatasetProblem } from '../core/dataset/build-problem.ts';
import type { Problem } from '../core/extract/report.ts';
import type { Names } from '../core/form/index.ts';
import { columnName, isTableId, rowName, TABLE_NAMES } from './cells.ts';
import { joinList } from './locale.ts';
import type { Locale } from './locale.ts';

/** A problem as the dataset holds it: any part may be lacking, the code may be newer than this page. */
export interface StoredProblem {
	readonly code: string;
	readonly table?: string | null;
	readonly row?: string | null;
	readonly column?: string | null;
	readonly line?: number | null;
	readonly found?: string | null;
	readonly expected?: string | null;
}

interface ProblemWords {
	readonly what: Names;
	/** What the person who keeps the reports can do about it; null: nothing need be done. */
	readonly next: Names | null;
}

const OTHER_COPY: Names = {
	zh: '换一份更完整的来源(网页、Word、可复制文字的 PDF)',
	en: 'collect a more complete copy (web page, Word, PDF with text)'
};
const COMPARE_WITH_SOURCE: Names = { zh: '对照来源核对', en: 'compare with the source' };
const FILL_IN_MANIFEST: Names = { zh: '在 manifest.csv 中补填', en: 'fill it in in manifest.csv' };
const FILL_IN_PLACE: Names = {
	zh: '在 manifest.csv 的 place 栏写明行政区划(代码或全称)',
	en: 'give the place in manifest.csv (division code or full name)'
};
const MEND_MANIFEST: Names = { zh: '修改 manifest.csv', en: 'mend manifest.csv' };
const CHECK_MANIFEST: Names = {
	zh: '以 manifest.csv 为准;如不对,请修改它',
	en: 'manifest.csv is followed; mend it if it is wrong'
};
const NOT_TAKEN: Names = {
	zh: '该格不计入,原文保留;对照来源核对',
	en: 'the cell counts as absent and its text is kept; compare with the source'
};

const PROBLEMS = {
	'file/empty': {
		what: { zh: '文件是空的', en: 'The file is empty' },
		next: { zh: '重新采集', en: 'collect it again' }
	},
	'file/unknown-kind': {
		what: { zh: '不认识的文件类型', en: 'The kind of file is not known' },
		next: {
			zh: '换成网页(HTML)、Word(.docx)、Excel(.xlsx)、PDF 或文本再放入',
			en: 'put it there as a web page (HTML), Word (.docx), Excel (.xlsx), PDF or text'
		}
	},
	'file/not-decodable': {
		what: { zh: '文件的文字编码无法辨认', en: 'The text of the file cannot be decoded' },
		next: { zh: '另存为 UTF-8 或 GB18030', en: 'save it as UTF-8 or GB18030' }
	},
	'file/too-large': {
		what: { zh: '文件过大', en: 'The file is too large' },
		next: { zh: '只留报告本身', en: 'keep only the report itself' }
	},
	'file/too-many': {
		what: {
			zh: '内容远多于一份报告(页、行、格、标签或压缩包内文件过多)',
			en: 'It holds far more than any report (pages, rows, cells, tags, or files in an archive)'
		},
		next: { zh: '只留报告本身', en: 'keep only the report itself' }
	},
	'file/bomb': {
		what: {
			zh: '文件很小而展开后极大,像是用来耗尽内存的',
			en: 'The file unpacks to far more than it is, as if made to use up memory'
		},
		next: { zh: '不要使用这个文件;从来源处重新采集', en: 'do not use it; collect it again from its source' }
	},
	'file/is-image': {
		what: { zh: '这是一张图片,其中的数字没有读取', en: 'It is a picture; no figures are read from it' },
		next: {
			zh: '换成网页、Word 或可复制文字的 PDF;不从图片猜测数字',
			en: 'collect it as a web page, Word or PDF with text; no figures are guessed from images'
		}
	},
	'file/legacy-doc': {
		what: {
			zh: '这是旧版 Word 文件(.doc),要由 LibreOffice 转换后才能读取',
			en: 'It is an old Word document (.doc), which LibreOffice has to convert before it can be read'
		},
		next: {
			zh: '安装 LibreOffice 后重新运行,或另存为 .docx',
			en: 'install LibreOffice and run again, or save it as .docx'
		}
	},
	'file/nested-zip': {
		what: { zh: '压缩包里的压缩包不打开', en: 'A zip archive inside another is not opened' },
		next: { zh: '先解压,再放入其中的报告', en: 'unpack it and put the reports in it there' }
	},
	'file/damaged': {
		what: { zh: '文件已损坏或不完整', en: 'The file is damaged or cut short' },
		next: { zh: '重新采集', en: 'collect it again' }
	},
	'file/encrypted': {
		what: { zh: '文件有密码', en: 'The file is locked with a password' },
		next: { zh: '去掉密码后再放入', en: 'remove the password' }
	},
	'file/scanned-pdf': {
		what: { zh: 'PDF 是扫描图片,没有文字', en: 'The PDF is a scanned image without text' },
		next: {
			zh: '换成网页、Word 或可复制文字的 PDF;不从图片猜测数字',
			en: 'collect it as a web page, Word or PDF with text; no figures are guessed from images'
		}
	},
	'file/not-found': {
		what: { zh: '没有这个文件', en: 'There is no such file' },
		next: { zh: '核对路径', en: 'check the path' }
	},
	'file/is-folder': {
		what: { zh: '这是文件夹,不是文件', en: 'It is a folder, not a file' },
		next: { zh: '给出其中的文件', en: 'name the files in it' }
	},
	'file/not-readable': {
		what: { zh: '文件打不开', en: 'The file cannot be opened' },
		next: { zh: '核对文件权限', en: 'check its permissions' }
	},
	'file/crashed': {
		what: { zh: '读取程序出错(程序的问题)', en: 'The reader failed (a fault of the program)' },
		next: { zh: '请把文件附上,向项目报告', en: 'report it to the project with the file' }
	},
	'file/timeout': {
		what: { zh: '在限定时间内没有读完', en: 'The file was not read within the time limit' },
		next: {
			zh: '加大时限(--timeout 秒)再读;只留报告本身',
			en: 'read it with a longer limit (--timeout SECONDS); keep only the report itself'
		}
	},
	'file/changed': {
		what: { zh: '读取时文件一直在变动', en: 'The file kept changing while it was read' },
		next: { zh: '等文件写完后重新构建', en: 'build again once it is fully written' }
	},
	'file/folder-again': {
		what: {
			zh: '这是指向文件夹的链接,所指的文件夹已经读过',
			en: 'It is a link to a folder that is read already'
		},
		next: { zh: '删去这个链接', en: 'remove the link' }
	},
	'report/no-table': {
		what: { zh: '文件中没有法定的表', en: 'The file holds none of the statutory tables' },
		next: OTHER_COPY
	},
	'report/table-missing': {
		what: { zh: '缺少一张法定的表', en: 'One of the statutory tables is missing' },
		next: OTHER_COPY
	},
	'report/agency-not-found': {
		what: { zh: '文件中找不到机关名称', en: 'The name of the agency is not in the file' },
		next: FILL_IN_MANIFEST
	},
	'report/year-not-found': {
		what: { zh: '文件中找不到报告年度', en: 'The report year is not in the file' },
		next: FILL_IN_MANIFEST
	},
	'report/copies-differ': {
		what: {
			zh: '同一报告在文件中出现多次,内容不同',
			en: 'The report stands in the file more than once, and the copies differ'
		},
		next: COMPARE_WITH_SOURCE
	},
	'report/superseded': {
		what: {
			zh: '同一机关同一年度另有一份报告,采用那一份',
			en: 'There is another report of this agency and year, which is used instead'
		},
		next: {
			zh: '如应采用这一份,移走另一份,或在 manifest.csv 中写明采集日期',
			en: 'if this one should count, take the other away, or give the dates of collection in manifest.csv'
		}
	},
	'report/versions-differ': {
		what: {
			zh: '与所采用的同年度报告数字不同',
			en: 'A figure differs from the report of the same year that is used'
		},
		next: { zh: '对照两份来源,核对哪个正确', en: 'compare both sources' }
	},
	'table/header-not-found': {
		what: { zh: '找不到表头', en: 'The header of the table is not found' },
		next: OTHER_COPY
	},
	'table/layout-undetermined': {
		what: {
			zh: '表式(2019版或2021版)无法确定',
			en: 'Which layout the table has (2019 or 2021) cannot be told'
		},
		next: OTHER_COPY
	},
	'table/incomplete': { what: { zh: '表不完整', en: 'The table is incomplete' }, next: OTHER_COPY },
	'row/missing': { what: { zh: '缺少一行', en: 'A row is missing' }, next: OTHER_COPY },
	'row/not-placed': {
		what: {
			zh: '一行的数字无法对应到各列,未予采用',
			en: 'The figures of a row cannot be set to its columns; none was taken'
		},
		next: OTHER_COPY
	},
	'row/unknown': {
		what: { zh: '多出法定表式没有的一行', en: 'A row that the form does not have' },
		next: null
	},
	'row/repeated': { what: { zh: '同一行出现多次', en: 'A row stands more than once' }, next: COMPARE_WITH_SOURCE },
	'column/missing': { what: { zh: '缺少一列', en: 'A column is missing' }, next: OTHER_COPY },
	'cell/not-a-number': {
		what: { zh: '格内不是一个数字', en: 'The cell does not hold one number' },
		next: NOT_TAKEN
	},
	'cell/negative': {
		what: { zh: '不应为负的格内是负数', en: 'A negative number where none can be' },
		next: COMPARE_WITH_SOURCE
	},
	'cell/fraction': { what: { zh: '件数带有小数', en: 'A count with a fraction' }, next: NOT_TAKEN },
	'cell/out-of-range': { what: { zh: '数字大得不像件数', en: 'A number too large for a count' }, next: NOT_TAKEN },
	'cell/unit-differs': {
		what: { zh: '格内所印单位与该列单位不同', en: 'The unit printed in the cell is not that of its column' },
		next: NOT_TAKEN
	},
	'agency/place-unknown': {
		what: { zh: '看不出是哪里的机关', en: 'Which place the agency belongs to is not known' },
		next: FILL_IN_PLACE
	},
	'agency/place-ambiguous': {
		what: { zh: '有几个同名的地方,分不清是哪一个', en: 'Several places bear the name' },
		next: FILL_IN_PLACE
	},
	'agency/place-differs': {
		what: {
			zh: '机关名称中的地方与 manifest.csv 或网址所指不同',
			en: 'manifest.csv or the address name another place than the agency’s name'
		},
		next: MEND_MANIFEST
	},
	'agency/place-not-in-year': {
		what: { zh: '该年度没有这个行政区划', en: 'The place had no division code in that year' },
		next: { zh: '核对年度和地名', en: 'check the year and the place' }
	},
	'agency/place-not-understood': {
		what: { zh: 'manifest.csv 的 place 不是已知的行政区划', en: 'The place in manifest.csv is no known division' },
		next: MEND_MANIFEST
	},
	'agency/level-unknown': {
		what: { zh: '机关的层级无法确定', en: 'The level of the agency cannot be told' },
		next: { zh: '在 data/agencies.csv 中写明', en: 'state it in data/agencies.csv' }
	},
	'manifest/agency-differs': {
		what: {
			zh: 'manifest.csv 的机关名称与文件所印不同',
			en: 'manifest.csv names another agency than the file prints'
		},
		next: CHECK_MANIFEST
	},
	'manifest/year-differs': {
		what: {
			zh: 'manifest.csv 的年度与文件所印不同',
			en: 'manifest.csv gives another year than the file prints'
		},
		next: CHECK_MANIFEST
	},
	'manifest/file-not-there': {
		what: {
			zh: 'manifest.csv 中有此行,但没有这个文件',
			en: 'manifest.csv has a row for it, but the file is not there'
		},
		next: { zh: '补上文件或删去该行', en: 'add the file or remove the row' }
	},
	'manifest/row-ragged': {
		what: { zh: 'manifest.csv 这一行的栏数不对', en: 'A row of manifest.csv has not as many fields as its header' },
		next: {
			zh: '修改这一行(栏数过多的行不采用;含逗号的值要加引号)',
			en: 'mend the row (one with too many fields is not used; put quotes around values with commas)'
		}
	},
	'manifest/row-repeated': {
		what: {
			zh: 'manifest.csv 中同一文件有多行,采用第一行',
			en: 'manifest.csv has several rows for one file; the first is used'
		},
		next: MEND_MANIFEST
	},
	'manifest/quote-open': {
		what: { zh: 'manifest.csv 中引号没有配对', en: 'A quotation mark in manifest.csv is not closed' },
		next: MEND_MANIFEST
	},
	'manifest/value-not-understood': {
		what: { zh: 'manifest.csv 中的值看不懂,未采用', en: 'A value in manifest.csv is not understood and not used' },
		next: MEND_MANIFEST
	},
	'manifest/column-unknown': {
		what: { zh: 'manifest.csv 中有不认识的栏,未采用', en: 'A column of manifest.csv is not known and not used' },
		next: MEND_MANIFEST
	}
} as const satisfies Record<DatasetProblem['code'], ProblemWords>;

export const PROBLEM_CODES = Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[];

function isKnown(code: string): code is DatasetProblem['code'] {
	return Object.hasOwn(PROBLEMS, code);
}

/** What went wrong, without where: the code itself if it is not known here. */
export function problemName(code: string, locale: Locale): string {
	return isKnown(code) ? PROBLEMS[code].what[locale] : code;
}

/** What to do about it, as a clause without a full stop; null where nothing need be done, or for a code that is not known here. */
export function problemRemedy(code: string, locale: Locale): string | null {
	const next: Names | null = isKnown(code) ? PROBLEMS[code].next : null;
	return next?.[locale] ?? null;
}

function where(problem: StoredProblem, locale: Locale): string {
	const { table, row, column, line } = problem;
	const parts: string[] = [];
	if (table && isTableId(table)) {
		parts.push(TABLE_NAMES[table][locale]);
		if (row) parts.push(rowName(table, row, locale));
		if (column) parts.push(columnName(table, column, locale));
	} else {
		for (const part of [table, row, column]) if (part) parts.push(part);
	}
	if (line) parts.push(locale === 'zh' ? `文件第 ${line} 行` : `line ${line} of the file`);
	return parts.join(locale === 'zh' ? ' · ' : ', ');
}

/** Codes where `expected` is not what the form wants but what is used instead of what was found. */
const USED_INSTEAD: ReadonlySet<string> = new Set<DatasetProblem['code']>([
	'report/versions-differ',
	'manifest/agency-differs',
	'manifest/year-differs'
]);

/** What the form expects; columns that a row should fill are given by their names. */
function expectedText({ code, table, expected }: StoredProblem, locale: Locale): string | null {
	if (!expected || code !== 'row/not-placed' || !table || !isTableId(table)) return expected ?? null;
	const columns = expected.split(', ').map((column) => columnName(table, column, locale));
	return joinList(columns, locale);
}

/** One sentence: what, where, what is printed there and what the form expects (or what is used instead). */
export function problemSentence(problem: StoredProblem | Problem | DatasetProblem, locale: Locale): string {
	const place = where(problem, locale);
	const { found } = problem;
	const expected = expectedText(problem, locale);
	const used = USED_INSTEAD.has(problem.code);
	if (locale === 'zh') {
		return (
			problemName(problem.code, 'zh') +
			(place ? `(${place})` : '') +
			(found ? `:所见“${found}”` : '') +
			(expected ? `,${used ? '采用' : '应为'}“${expected}”` : '') +
			'。'
		);
	}
	return (
		problemName(problem.code, 'en') +
		(place ? ` (${place})` : '') +
		(found ? `: found “${found}”` : '') +
		(expected ? `, ${used ? 'used' : 'expected'} “${expected}”` : '') +
		'.'
	);
}
