import { foldCharacters } from '../form/index.ts';
import type { Document } from '../read/document.ts';

/** Who reports for which year, as a document's title or foreword says; null where it does not. */
export interface TitleFacts {
	readonly agency: string | null;
	readonly year: number | null;
	readonly title: string | null;
}

const REPORT =
	'(?:政府信息公开|政务公开|政府信息公开工作|政府政务公开|信息公开)(?:工作)?(?:年度|年)?(?:工作)?(?:的)?(?:报告|年报|告年度报)(?:公布|公示)?';
const AGENCY_THEN_YEAR = new RegExp(
	`^(?:关于)?([^,。;:，；：]{2,40}?)(?:关于)?((?:19|20)\\d{2})年?度?(?:的)?${REPORT}`,
	'u'
);
const YEAR_THEN_AGENCY = new RegExp(
	`^(?:关于)?((?:19|20)\\d{2})年度?(?:的)?([^,。;:，；：]{2,40}?)(?:的)?${REPORT}`,
	'u'
);
const AGENCY_ONLY = new RegExp(`^([^,。;:，；：\\d]{2,40}?)(?:的)?${REPORT}`, 'u');
const BODY =
	/(?:政府|厅|局|委|委员会|办公室|办|院|署|部|处|镇|乡|街道|管委会|中心|站|队|馆|社|会|公司|市|区|县|州|盟|旗|所|分局|台|校|总队|支队|大队)$/u;
const PERIOD = /统计(?:期限|周期|时间)?[^。]{0,12}?((?:19|20)\d{2})年\d{1,2}月\d{1,2}日/u;
const FOREWORD = /现(?:公布|将|向社会公布)([^,。;:，；：]{2,30}?)((?:19|20)\d{2})年/u;
const NUMERALS = '〇一二三四五六七八九';

function plain(text: string): string {
	return foldCharacters(text.replace(/[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]/giu, ''))
		.replace(/[\s"'“”《》_#*]/gu, '')
		.replace(/[〇○零一二三四五六七八九]{4}(?=年)/gu, (year) =>
			[...year.replace(/[○零]/gu, '〇')].map((digit) => NUMERALS.indexOf(digit)).join('')
		);
}

function agencyIn(text: string | undefined): string | null {
	if (text === undefined) return null;
	const name = text.replace(/^(?:.*[>›»\]】]|当前位置.*?首页)/u, '').replace(/(?:关于|的)$/u, '');
	return BODY.test(name) && !/报告|年报|公开条例|^(?:人民)?政府$|^政务|^(?:本|我|各|全)/u.test(name) ? name : null;
}

function readTitle(text: string): TitleFacts | null {
	const title = plain(text);
	if (title.length > 90 || !/报告|年报|年度报/u.test(title)) return null;
	const first = AGENCY_THEN_YEAR.exec(title);
	if (first) {
		const agency = agencyIn(first[1]);
		if (agency) return { agency, year: Number(first[2]), title };
	}
	const second = YEAR_THEN_AGENCY.exec(title);
	if (second) {
		const agency = agencyIn(second[2]);
		if (agency) return { agency, year: Number(second[1]), title };
	}
	const year = new RegExp(`^(?:关于)?((?:19|20)\\d{2})年度?(?:的)?${REPORT}`, 'u').exec(title)?.[1];
	if (year) return { agency: null, year: Number(year), title };
	const third = AGENCY_ONLY.exec(title);
	const agency = third ? agencyIn(third[1]) : null;
	return agency ? { agency, year: null, title } : null;
}

/**
 * Agency and year from the title before block `end` (the last one after `start` wins over none), else from the format's own title,
 * else from the foreword, the statistical period, or the one year that is spoken of. A title over two or three lines is joined.
 */
export function findTitle(document: Document, start: number, end: number): TitleFacts {
	const lines = document.blocks
		.slice(start, end)
		.flatMap((block) => (block.kind === 'text' && block.text.trim() !== '' ? [block.text.trim()] : []));
	const short = (line: string): boolean => line.length <= 60;
	const candidates = [1, 2, 3].flatMap((size) =>
		lines.flatMap((line, index) => (short(line) ? [lines.slice(index, index + size).join('')] : []))
	);
	const titles = [...candidates, ...(document.title === null ? [] : [document.title])].flatMap(
		(text) => readTitle(text) ?? []
	);
	const whole = titles.find((facts) => facts.agency !== null && facts.year !== null);
	const foreword = FOREWORD.exec(plain(lines.join('')));
	const period = PERIOD.exec(plain(lines.join('')));
	const mentioned = new Set(plain(lines.join('')).match(/(?:19|20)\d{2}(?=年)/gu));
	const only = mentioned.size === 1 ? Number([...mentioned][0]) : null;
	const agency = whole?.agency ?? titles.find((facts) => facts.agency !== null)?.agency ?? agencyIn(foreword?.[1]);
	const year =
		whole?.year ??
		titles.find((facts) => facts.year !== null)?.year ??
		(period ? Number(period[1]) : foreword ? Number(foreword[2]) : only);
	return { agency: agency ?? null, year, title: (whole ?? titles[0])?.title ?? null };
}
