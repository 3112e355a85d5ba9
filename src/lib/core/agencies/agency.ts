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
	/** Stable across renames: division code and department, e.g. `450206-miit`; a slug of the name where the place is not known. */
	readonly id: string;
	readonly name: string;
	/** The six-digit division code valid in the report's year. */
	readonly code: string | null;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly township: string | null;
	readonly level: Level | null;
	readonly type: UnitType;
	/** Key of DEPARTMENT_FAMILIES, null for governments, towns and bodies of no known family. */
	readonly family: string | null;
}
