import type { Names } from '../form/index.ts';

export const LEVELS = {
	central: { zh: '中央', en: 'Central' },
	province: { zh: '省级', en: 'Province' },
	city: { zh: '地市级', en: 'City (prefecture)' },
	county: { zh: '区县级', en: 'County / district' },
	township: { zh: '乡镇街道', en: 'Township / street' }
} as const satisfies Record<string, Names>;
export type Level = keyof typeof LEVELS;

/** What kind of body reports: a government's own report is the summary of its whole region, its general office's is not. */
export const UNIT_TYPES = {
	government: { zh: '人民政府(全域)', en: 'Government (whole region)' },
	general_office: { zh: '政府办公厅(室)', en: 'Government general office' },
	department: { zh: '部门', en: 'Department' },
	branch: { zh: '垂直系统分支', en: 'Branch of a vertical system' },
	zone: { zh: '功能区', en: 'Functional zone' },
	township: { zh: '乡镇街道', en: 'Town or street office' },
	other: { zh: '其他', en: 'Other' }
} as const satisfies Record<string, Names>;
export type UnitType = keyof typeof UNIT_TYPES;

/** An agency as resolved from its name; a part that cannot be told is null, never guessed. */
export interface Agency {
	/**
	 * Stable across years: the key of the place, which is the code that it bears last (柳江县 450221 and 柳江区 450206 are both 450206),
	 * and the department's family where the name is that family's bureau (`450206-miit`), else the body's name
	 * (`320500-苏州工业园区`). Where the place is not known: `unplaced-` with the name, and the host that it was collected from.
	 */
	readonly id: string;
	readonly name: string;
	/** The six-digit division code valid in the report's year; null for the corps in Xinjiang, which has none. */
	readonly code: string | null;
	readonly province: string | null;
	/** Null for a province, a district of a municipality and a county-level unit directly under its province. */
	readonly city: string | null;
	readonly county: string | null;
	readonly township: string | null;
	/** Of the government that the body belongs to, or in whose area it works: a city's zone is `city`, a city bureau's branch in a district `county`. */
	readonly level: Level | null;
	readonly type: UnitType;
	/** Key of DEPARTMENT_FAMILIES, null for governments, towns and bodies of no known family. */
	readonly family: string | null;
	/** Other families whose work a merged body carries: 卫生健康和体育局 is `health` with `sports`. */
	readonly merged?: readonly string[];
}

/**
 * `place-unknown`: the name does not say which place, and nothing else does; `place-ambiguous`: several places bear the name;
 * `place-differs`: manifest or address name another place than the agency's name; `place-not-in-year`: its place bore no code in that year;
 * `place-not-understood`: the manifest's place is no known division; `level-unknown`: a system whose levels do not follow the divisions.
 */
export const AGENCY_PROBLEM_CODES = [
	'agency/place-unknown',
	'agency/place-ambiguous',
	'agency/place-differs',
	'agency/place-not-in-year',
	'agency/place-not-understood',
	'agency/level-unknown'
] as const;
export type AgencyProblemCode = (typeof AGENCY_PROBLEM_CODES)[number];

export interface AgencyProblem {
	readonly code: AgencyProblemCode;
	/** The name, or the part of it in question. */
	readonly found: string;
	/** The places that come into question, parted by 、. */
	readonly expected?: string;
}
