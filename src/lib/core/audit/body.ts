import { foldLabel } from '../form/index.ts';
import type { Report } from '../extract/report.ts';
import type { Body, ReportFacts } from './facts.ts';
import type { ProseText } from './prose/text.ts';

const UNKNOWN_BODY: Body = { level: null, type: 'unknown' };

const PROVINCE = /(?:省|自治区|^(?:北京|天津|上海|重庆)市?)(?:人民政府|政府)?$/u;
const TOWN = /(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处|党政办公室)?$/u;

function governmentLevel(place: string): Body['level'] {
	if (PROVINCE.test(place)) return 'province';
	if (/(?:县|旗|区)$/u.test(place)) return 'county';
	return /(?:自治州|州|盟|地区)$/u.test(place) ? 'city' : null;
}

/** What a name's ending says for certain; a 市 may be a city or a county, so that its level stays open. */
function bodyOfName(name: string): Body | null {
	const folded = foldLabel(name);
	if (TOWN.test(folded)) return { level: 'township', type: 'township' };
	const government = /^(.*?)(?:人民政府|政府)$/u.exec(folded);
	if (government) return { level: governmentLevel(government[1] ?? ''), type: 'government' };
	const office = /^(.*?)(?:人民政府|政府)?办公(?:厅|室)$/u.exec(folded);
	if (office) return { level: governmentLevel(office[1] ?? ''), type: 'general_office' };
	if (/(?<!开发|园|矿|林|景|新)(?:省|市|县|区|旗|州|盟)$/u.test(folded))
		return { level: governmentLevel(folded), type: 'government' };
	if (!/(?:局|委员会|委|厅|办|中心|总队|支队|大队)$/u.test(folded)) return null;
	if (folded.endsWith('厅')) return { level: 'province', type: 'department' };
	return { level: /(?:县|旗)/u.test(folded) ? 'county' : null, type: 'department' };
}

const SELF = /[我本](镇|乡|街道|县|旗|局)(?!级)/gu;

/** What a report calls itself (我镇, 我局), where its title names nobody. */
function bodyOfWords(prose: readonly ProseText[]): Body | null {
	const named = new Set(prose.flatMap(({ text }) => [...text.matchAll(SELF)].map((match) => match[1])));
	if (named.has('局')) return { level: null, type: 'department' };
	if (['镇', '乡', '街道'].some((word) => named.has(word))) return { level: 'township', type: 'township' };
	return named.has('县') || named.has('旗') ? { level: 'county', type: 'unknown' } : null;
}

/** Who reports: as given, else as its name or its own words say; parts that they do not tell stay null or `unknown`. */
export function bodyOf(report: Report, prose: readonly ProseText[], facts: ReportFacts): Body {
	const given = facts.body ?? UNKNOWN_BODY;
	const told = given.level !== null || (given.type !== 'other' && given.type !== 'unknown');
	if (told) return given;
	return (report.agency === null ? null : bodyOfName(report.agency)) ?? bodyOfWords(prose) ?? given;
}

/** True where the law gives the body no power to make rules (规章), false where it may have it, null where that is not certain. */
export function lacksRulePower({ level, type }: Body): boolean | null {
	if (level === 'township' || level === 'county') return true;
	if (level === 'central') return false;
	if (type === 'department' || type === 'branch' || type === 'zone') return level === 'city' ? true : null;
	if (level === null) return null;
	return type === 'unknown' || type === 'other' ? null : false;
}
