import { foldCharacters } from '../form/index.ts';
import type { Document } from '../read/document.ts';
import { isPlacesOnly } from './places-only.ts';
import { agencyInProse } from './prose-agency.ts';
import { sectionOf } from './sections.ts';

/** Who reports for which year, as a document's title or foreword says; null where it does not. */
export interface TitleFacts {
	readonly agency: string | null;
	readonly year: number | null;
	readonly title: string | null;
}

const REPORT =
	'(?:政府信息公开|政务公开|政府信息公开工作|政府政务公开|信息公开)(?:工作)?(?:年度|年)?(?:工作)?(?:的)?(?:报告|年报|告年度报)(?:公布|公示)?';
const AGENCY_THEN_YEAR = new RegExp(
	`^(?:关于)?([^,。;:，；：|]{2,40}?)(?:关于)?((?:19|20)\\d{2})年?度?(?:的)?${REPORT}`,
	'u'
);
const YEAR_THEN_AGENCY = new RegExp(
	`^(?:关于)?((?:19|20)\\d{2})年度?(?:的)?([^,。;:，；：|]{2,40}?)(?:的)?${REPORT}`,
	'u'
);
const AGENCY_ONLY = new RegExp(
	`^([^,。;:，；：|\\d]{2,40}?)(?:的)?${REPORT}(?:[(（]?((?:19|20)\\d{2})年?度?[)）]?)?`,
	'u'
);
const YEAR_ONLY = new RegExp(`^(?:关于)?((?:19|20)\\d{2})年度?(?:的)?${REPORT}`, 'u');
const BODY =
	/(?:政府|厅|局|委|委员会|办公室|办|院|署|部|处|镇|乡|街道|管委会|中心|站|队|馆|社|会|公司|市|区|县|州|盟|旗|所|分局|台|校|总队|支队|大队)$/u;
const PERIOD = /统计(?:期限|周期|时间)?[^。]{0,12}?((?:19|20)\d{2})年\d{1,2}月\d{1,2}日/u;
const FOREWORD = /现(?:公布|将|向社会公布)([^,。;:，；：]{2,30}?)((?:19|20)\d{2})年/u;
const NUMERALS = '〇一二三四五六七八九';

const PHONETIC = /[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]/giu;

function plain(text: string): string {
	return foldCharacters(text.replace(PHONETIC, ''))
		.replace(/[\s"'“”《》_#*]/gu, '')
		.replace(/於/gu, '于')
		.replace(/(?<!\d)[〇○零0Oo一二三四五六七八九]{4}(?=年)/gu, (year) =>
			[...year.replace(/[○零0Oo]/gu, '〇')].map((digit) => NUMERALS.indexOf(digit)).join('')
		);
}

/** What stands before a title on its line: the name of its field, a date. */
const BEFORE_TITLE =
	/^(?:(?:标题|名称|题名|信息名称|文件名称)[:：]?|[[【(]?20\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?[\]】)]?)/u;
const QUOTED_TITLE = /《([^《》]{6,80}(?:报告|年报))》/u;
const SITE_THEN_AGENCY = /^([\u4e00-\u9fff]{2,12}?人民政府(?:门户网站)?)([\u4e00-\u9fff]+)$/u;
const OWN_PLACE = /^[\u4e00-\u9fff]{1,6}?[省市县区州盟旗](?=.*(?:局|委|委员会|厅|人民政府)$)/u;

/** A bracket without its partner: the name was cut within it. */
const CUT_IN_BRACKET = /^[^(（]*[)）]|[(（][^)）]*$/u;

/** The name without the site's before it, which stood apart from it. */
function withoutSite(name: string): string {
	const [, site = '', rest = ''] = SITE_THEN_AGENCY.exec(name) ?? [];
	if (site === '') return name;
	const repeats = rest.startsWith(site.slice(0, 2)) && BODY.test(rest);
	return repeats || (OWN_PLACE.test(rest) && !/^[^省市县州]*?(?:发区|园区|新区|景区|能区|税区)/u.test(rest))
		? rest
		: name;
}

function agencyIn(text: string | undefined): string | null {
	if (text === undefined) return null;
	const whole = text
		.replace(/^(?:.*[>›»\]】]|当前位置.*?首页)/u, '')
		.replace(/^.*(?:现公布|现将|现发布|要求)/u, '')
		.replace(/^(?:.*关于)?(?:印发|发布|公布|转发|报送)/u, '')
		.replace(/(?:关于|的)$/u, '');
	const name = withoutSite(whole);
	if (CUT_IN_BRACKET.test(name)) return null;
	return BODY.test(name) && !/报告|年报|公开条例|^(?:人民)?政府$|^政务|^(?:本|我|各|全)/u.test(name) ? name : null;
}

/** No title is without this character. */
const SPEAKS_OF_REPORT = /[报報]/u;

function readTitle(text: string): TitleFacts | null {
	if (text.length > 400 || !SPEAKS_OF_REPORT.test(text)) return null;
	const title = plain(QUOTED_TITLE.exec(text)?.[1] ?? text).replace(BEFORE_TITLE, '');
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
	const year = YEAR_ONLY.exec(title)?.[1];
	if (year) return { agency: null, year: Number(year), title };
	const third = AGENCY_ONLY.exec(title);
	const agency = third ? agencyIn(third[1]) : null;
	return agency ? { agency, year: third?.[2] === undefined ? null : Number(third[2]), title } : null;
}

interface TextLine {
	readonly text: string;
	readonly line: number;
}

type WholeTitle = TitleFacts & { readonly agency: string; readonly year: number };
type DatedTitle = TitleFacts & { readonly year: number };

function isWhole(facts: TitleFacts): facts is WholeTitle {
	return facts.agency !== null && facts.year !== null;
}

const PLACE = /[省市县区州盟旗镇乡]/u;
const BEGINS_WITH_PLACE = /^[\u4e00-\u9fff]{1,6}?[省市县区州盟旗镇乡]/u;
const OWN_LINE = /(?:公开|年报|首页|正文|目录|报告|指南|制度|政策|文件|信息)$/u;

/** A line that the next continues: the beginning of a name with its place, no heading, path or name of its own. */
function isScrap(text: string): boolean {
	return (
		(/^[\u4e00-\u9fff]{4,24}$/u.test(text) || isPlacesOnly(text)) &&
		PLACE.test(text) &&
		!OWN_LINE.test(text) &&
		(!BODY.test(text) || isPlacesOnly(text))
	);
}

/** A line of running text goes on in the next: it has a comma or a stop, and breaks off within a word or a clause. */
function runsOn(text: string): boolean {
	return /[，,。]/u.test(text) && /[\u4e00-\u9fff]\s*$/u.test(text.replace(PHONETIC, ''));
}

/**
 * Titles among the lines, in their order: on one line, or over two or three. A line that stands right behind a scrap of a name
 * takes it in, since text extracts break long titles anywhere.
 */
function titlesIn(lines: readonly TextLine[]): TitleFacts[] {
	const joined = (from: number, size: number): string =>
		lines
			.slice(from, from + size)
			.map(({ text }) => text)
			.join('');
	const speaks = lines.map(({ text }) => SPEAKS_OF_REPORT.test(text));
	return lines.flatMap(({ text, line }, index) => {
		if (text.length > 60 || !(speaks[index] || speaks[index + 1] || speaks[index + 2])) return [];
		const before = lines[index - 1];
		const alone = readTitle(text);
		if (alone && before?.line === line - 1 && runsOn(before.text)) return [{ ...alone, agency: null }];
		/** The title of `size` lines, with the scrap before it where its name lacks that. */
		const withScrap = (title: WholeTitle, size: number): TitleFacts => {
			const scrap =
				before?.line === line - 1 &&
				isScrap(before.text) &&
				(isPlacesOnly(before.text) ? !title.agency.startsWith(before.text.slice(0, 2)) : !PLACE.test(title.agency));
			return (scrap ? readTitle(joined(index - 1, size + 1)) : null) ?? title;
		};
		if (alone && isWhole(alone)) return [withScrap(alone, 1)];
		const next = lines[index + 1];
		const nextAlone = next ? readTitle(next.text) : null;
		if (nextAlone && isWhole(nextAlone)) return alone ?? [];
		for (const size of [2, 3]) {
			const longer = readTitle(joined(index, size));
			if (longer && isWhole(longer)) return [withScrap(longer, size)];
		}
		return alone ?? [];
	});
}

/** Of titles that name several years (a page may link other years' reports), the one with the best witnesses: the last line that is
 * a title and the page's own title, then the statistical period, then the foreword. */
function chooseTitle(
	titles: readonly DatedTitle[],
	own: TitleFacts | null,
	period: number | null,
	foreword: number | null
): DatedTitle | null {
	const last = titles.findLast((title) => title !== own);
	const weight = ({ year }: DatedTitle): number =>
		(year === last?.year ? 3 : 0) +
		(year === own?.year ? 3 : 0) +
		(year === period ? 2 : 0) +
		(year === foreword ? 1 : 0);
	return titles.reduceRight<DatedTitle | null>(
		(best, title) => (best === null || weight(title) > weight(best) ? title : best),
		null
	);
}

/**
 * The name among `names` of which `name` is but the end, where a line broke within it: the longer one begins with its place, and
 * what the shorter lacks, more than places, is no word of the page before it.
 */
function wholeName(name: string | null, names: readonly (string | null)[]): string | null {
	if (name === null) return null;
	const longer = names.filter((other): other is string => {
		if (other === null || other.length <= name.length || !other.endsWith(name)) return false;
		const lacking = other.slice(0, -name.length);
		return PLACE.test(lacking) && BEGINS_WITH_PLACE.test(lacking) && !isPlacesOnly(lacking);
	});
	return longer.reduce((longest, other) => (other.length > longest.length ? other : longest), name);
}

const isSameName = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a);

/**
 * Whether titles do not say whose report this is: the page's own names another agency than the last line that is a title, or that line
 * names none and those before it several.
 */
function isUnsure(titles: readonly TitleFacts[], own: TitleFacts | null): boolean {
	const last = titles.at(-1);
	if (own && isWhole(own)) return last !== undefined && isWhole(last) && !isSameName(last.agency, own.agency);
	if (last?.agency !== null) return false;
	const names = titles.flatMap(({ agency }) => agency ?? []);
	return names.some((name) => !isSameName(name, names[0] ?? ''));
}

/**
 * Whether the last title is another's: a line above names another agency with the year of the statistical period, which is not its year.
 * Which of the two is a link is not told.
 */
function isContested(titles: readonly TitleFacts[], own: TitleFacts | null, period: number | null): boolean {
	const last = titles.at(-1);
	if (own?.year || period === null || !last || !isWhole(last) || last.year === period) return false;
	return titles.some((title) => title.year === period && isWhole(title) && !isSameName(title.agency, last.agency));
}

/** The lines as one plain text; a section's heading ends what stands before it and is no part of a sentence. */
const sentencesOf = (lines: readonly TextLine[]): string =>
	lines.map(({ text }) => (sectionOf(text) === null ? plain(text) : '。')).join('');

/**
 * Agency and year from the title before block `end`, else from the format's own title, else from the foreword, the statistical
 * period, or the one year that is spoken of. A title over two or three lines is joined. The format's own title is that of the first report.
 */
export function findTitle(document: Document, start: number, end: number): TitleFacts {
	const lines = document.blocks
		.slice(start, end)
		.flatMap((block) =>
			block.kind === 'text' && block.text.trim() !== '' ? [{ text: block.text.trim(), line: block.line }] : []
		);
	const own = document.title === null || start > 0 ? null : readTitle(document.title);
	const titles = titlesIn(lines);
	const prose = plain(lines.map(({ text }) => text).join(''));
	const foreword = FOREWORD.exec(prose);
	const period = PERIOD.exec(prose);
	const mentioned = new Set(prose.match(/(?:19|20)\d{2}(?=年)/gu));
	const only = mentioned.size === 1 ? Number([...mentioned][0]) : null;
	const yearOf = (match: RegExpExecArray | null, group: number): number | null => (match ? Number(match[group]) : null);
	const dated = [...titles, ...(own ? [own] : [])].filter((facts): facts is DatedTitle => facts.year !== null);
	const chosen = chooseTitle(dated, own, yearOf(period, 1), yearOf(foreword, 2));
	const others = [...dated.filter((facts) => facts.year === chosen?.year).reverse(), ...titles, ...(own ? [own] : [])];
	const inForeword = agencyIn(foreword?.[1]);
	const names = others.map((facts) => facts.agency);
	if (isContested(titles, own, yearOf(period, 1))) return { agency: null, year: null, title: null };
	const named = isUnsure(titles, own) ? null : (names.find((name) => name !== null) ?? null);
	const silent = inForeword === null && names.every((name) => name === null);
	const agency = silent ? agencyInProse(sentencesOf(lines)) : wholeName(named ?? inForeword, [...names, inForeword]);
	const year = chosen?.year ?? yearOf(period, 1) ?? yearOf(foreword, 2) ?? only;
	return { agency, year, title: (others.find(isWhole) ?? others[0])?.title ?? null };
}

/** Whether lines behind block `end` hold a title of another agency or year than the report that begins at `start`. */
export function namesAnother(document: Document, start: number, end: number, lines: readonly TextLine[]): boolean {
	const titles = titlesIn(lines).filter(isWhole);
	if (titles.length === 0) return false;
	const { agency, year } = findTitle(document, start, end);
	const isSame = (other: WholeTitle): boolean =>
		(agency === null || agency.endsWith(other.agency) || other.agency.endsWith(agency)) &&
		(year === null || year === other.year);
	return !titles.every(isSame);
}
