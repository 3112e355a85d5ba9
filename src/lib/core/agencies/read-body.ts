import type { UnitType } from './agency.ts';
import { DEPARTMENT_FAMILIES } from './families.ts';
import type { DepartmentFamily } from './families.ts';
import { familyOf } from './family-of.ts';
import type { FamilyMatch } from './family-of.ts';

/** What a name says of a body once the place is taken off its front. */
export interface Body {
	readonly type: UnitType;
	readonly family: FamilyMatch | null;
	readonly township: string | null;
	/** Functional zone that the body is, or belongs to. */
	readonly zone: string | null;
	/** Place of work as printed behind the bureau's name: 盐都 of 公安局盐都分局. */
	readonly workplace: string | null;
	/** Kind of place that a bare name stands for: 区 of 区统计局. */
	readonly kind: PlaceKind | null;
	/** Tells the body from the others at its place. */
	readonly slug: string;
}

export type PlaceKind = '省' | '市' | '州' | '盟' | '县' | '区' | '旗';

const GOVERNMENT = /^(?:人民政府|行政公署|行署|政府)?(?:本级|机关)?$/u;
const GENERAL_OFFICE = /^(?:人民政府|行政公署|行署|政府|县府|区府|市府|府)(?:办公厅|办公室|办)$/u;
const GOVERNMENT_PREFIX = /^(?:人民政府|行政公署)(?=.)/u;

const TOWN =
	/^(.+(?:街道|镇|乡|苏木)|.+地区(?=办事处)|.+街(?=办事处|道?办))(?:人民政府|政府|街道办事处|办事处|道办|办)?(?:(?:党政|综合|党政综合)?办公室|机关)?$/u;
/** A name that a copy hides: 尼勒克县某镇. */
const MASKED = /^(?:某|[Xx×*〇○])/u;
const NAMELESS_TOWN = /^(?:街道|镇|乡|苏木)(?:人民政府|政府|办事处|办)?$/u;

const ZONE_WORD =
	'(?:产业园区|工业园区|科技园区|物流园区|开发区|园区|新区|高新区|高新技术产业区|经开区|保税港区|保税区|综保区|示范区|度假区|名胜区|风景区|旅游区|试验区|实验区|合作区|产业园|工业园|科技园|物流园|科学城|管理区|集聚区|集中区|新城|片区|港区|自贸区|功能区|生态城|工业区|商务区|景区)';
const MANAGED = '(?:管理委员会|管委会)';
const ZONE = new RegExp(
	`^(.*?${ZONE_WORD})(?:开发建设|建设|开发)?(?:${MANAGED}|管理局|管理办公室|管理处|人民政府|党工委)?$`,
	'u'
);
const ZONE_BODY = new RegExp(`^(.*?${ZONE_WORD})(?:开发建设|建设|开发)?${MANAGED}?(.+)$`, 'u');
const OTHER_ZONE = new RegExp(`^(.+?)${MANAGED}$`, 'u');
/** A zone before the name of its town: 苏州工业园区唯亭街道; 新城街道 and 开发区街道 are towns' own names. */
const ZONE_PREFIX =
	/^.{2,}?(?:开发区|工业园区|产业园区|科技园区|高新区|经开区|保税区|示范区|度假区|风景区|名胜区|试验区|合作区|新区)(?:管理委员会|管委会)?(?=.{2,}(?:街道|镇|乡|苏木|街|地区)$)/u;

const BRANCH = /^(.*?(?:局|委员会|委))(.+?)(?:分局|分中心)$/u;
const BUREAU = /(?:局|厅|委员会|委|办公室|办|署|部)$/u;
const KIND = /^(?:某|[Xx×*〇○/、])*([省市州盟县区旗])(?=.)/u;

const NOTHING = { family: null, township: null, zone: null, workplace: null, kind: null };

function typeOf(body: string, family: FamilyMatch | null): UnitType {
	const definition: DepartmentFamily | null = family && DEPARTMENT_FAMILIES[family.family];
	if (definition?.vertical) return 'branch';
	if (definition?.outside) return 'other';
	return BUREAU.test(body) || family?.whole ? 'department' : 'other';
}

const slugOf = (body: string, family: FamilyMatch | null): string =>
	family?.whole ? [family.family, family.line].filter((part) => part !== null).join('.') : body;

function readDepartment(body: string): Body {
	const family = familyOf(body);
	return { ...NOTHING, type: typeOf(body, family), family, slug: slugOf(body, family) };
}

function readTown(body: string): Body | null {
	const name = TOWN.exec(body)?.[1];
	if (name !== undefined) {
		const zone = ZONE_PREFIX.exec(name)?.[0] ?? null;
		const township = zone === null ? name : name.slice(zone.length);
		return { ...NOTHING, type: 'township', township: MASKED.test(township) ? null : township, zone, slug: name };
	}
	return NAMELESS_TOWN.test(body) ? { ...NOTHING, type: 'township', slug: body } : null;
}

function readBranch(body: string): Body | null {
	const [, bureau, workplace] = BRANCH.exec(body) ?? [];
	if (bureau === undefined || workplace === undefined) return null;
	const { family, slug } = readDepartment(bureau);
	return { ...NOTHING, type: 'branch', family, workplace, slug };
}

function readZone(body: string): Body | null {
	const zone = ZONE.exec(body)?.[1];
	if (zone !== undefined) return { ...NOTHING, type: 'zone', zone, slug: zone };
	const [, around, part] = ZONE_BODY.exec(body) ?? [];
	if (around !== undefined && part !== undefined && (familyOf(part) || BUREAU.test(part))) {
		const own = readDepartment(part);
		return { ...own, zone: around, slug: `${around}.${own.slug}` };
	}
	const other = OTHER_ZONE.exec(body)?.[1];
	return other !== undefined && !familyOf(body) ? { ...NOTHING, type: 'zone', zone: other, slug: other } : null;
}

function readKnown(body: string): Body {
	if (GOVERNMENT.test(body)) return { ...NOTHING, type: 'government', slug: 'gov' };
	if (GENERAL_OFFICE.test(body)) {
		const family = { family: 'gov_office', line: null, merged: [], whole: true } as const;
		return { ...NOTHING, type: 'general_office', family, slug: 'gov_office' };
	}
	const own = body.replace(GOVERNMENT_PREFIX, '');
	return readTown(own) ?? readBranch(own) ?? readZone(own) ?? readDepartment(own);
}

const isKnown = ({ type, family, zone }: Body): boolean =>
	type === 'government' || type === 'general_office' || zone !== null || family?.whole === true;

/** Reads a name without its place; 区统计局 and 市政务服务局 lose the kind of their place, 市政公用局 and 市场监督管理局 do not. */
export function readBody(body: string): Body {
	const read = readKnown(body);
	const kind = KIND.exec(body);
	if (!kind || isKnown(read) || read.type === 'township' || (read.type === 'branch' && read.family)) return read;
	const rest = readKnown(body.slice(kind[0].length));
	return isKnown(rest) || rest.family || rest.type === 'branch' ? { ...rest, kind: kind[1] as PlaceKind } : read;
}
