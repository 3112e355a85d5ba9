import type { FamilyKey } from '../../../src/lib/core/agencies/index.ts';

export type AgencyLevel = 'province' | 'city' | 'county' | 'township';

/** A line of work that governments give to a body of its own, and how large its figures are at county level. */
export interface Body {
	readonly family: FamilyKey;
	/** Its name behind the name of the place, by level; a level without a name has no such body. */
	readonly name: Readonly<Partial<Record<Exclude<AgencyLevel, 'township'>, string>>>;
	/** Another name before, or after, a reform: the years in which it holds. */
	readonly renamed?: { readonly name: string; readonly from?: number; readonly to?: number };
	/** First and last year in which the body reports. */
	readonly years?: readonly [from: number | null, to: number | null];
	/** How many times an average body's requests it gets. */
	readonly demand: number;
	/** Medians of decisions in a county of 500,000 people; none where the body makes no such decisions. */
	readonly licensing?: number;
	readonly penalty?: number;
	readonly coercion?: number;
	/** Median of fees in a county of 500,000 people, in yuan. */
	readonly fees?: number;
	/** Normative documents made in a year. */
	readonly normative?: number;
}

const everywhere = (name: string): Body['name'] => ({ province: name, city: name, county: name });
/** 厅 in a province, 局 below. */
const bureau = (name: string): Body['name'] => ({ province: `${name}厅`, city: `${name}局`, county: `${name}局` });

/** The bodies of a government, the most usual first (statute.md 6.3). */
export const BODIES: readonly Body[] = [
	{
		family: 'gov_office',
		name: { province: '人民政府办公厅', city: '人民政府办公室', county: '人民政府办公室' },
		demand: 4,
		normative: 2.5
	},
	{ family: 'natural', name: bureau('自然资源'), demand: 6, licensing: 420, penalty: 25, coercion: 1, fees: 2_400_000 },
	{
		family: 'police',
		name: bureau('公安'),
		demand: 3.5,
		licensing: 21_000,
		penalty: 38_000,
		coercion: 1600,
		fees: 900_000
	},
	{
		family: 'housing',
		name: bureau('住房和城乡建设'),
		demand: 5,
		licensing: 260,
		penalty: 22,
		fees: 4_800_000,
		normative: 0.3
	},
	{
		family: 'market',
		name: everywhere('市场监督管理局'),
		demand: 2.2,
		licensing: 14_000,
		penalty: 260,
		coercion: 35,
		fees: 60_000
	},
	{ family: 'hrss', name: bureau('人力资源和社会保障'), demand: 1.6, licensing: 180, penalty: 4, normative: 0.2 },
	{ family: 'education', name: everywhere('教育局'), demand: 0.9, licensing: 30, fees: 3_200_000, normative: 0.2 },
	{ family: 'finance', name: bureau('财政'), demand: 0.6, licensing: 6, penalty: 1, normative: 0.5 },
	{ family: 'ndrc', name: everywhere('发展和改革委员会'), demand: 0.8, licensing: 110, normative: 0.4 },
	{ family: 'civil', name: bureau('民政'), demand: 0.6, licensing: 60, penalty: 3, normative: 0.2 },
	{ family: 'justice', name: bureau('司法'), demand: 0.5, licensing: 8 },
	{ family: 'ecology', name: bureau('生态环境'), demand: 1.4, licensing: 70, penalty: 45, coercion: 4 },
	{
		family: 'transport',
		name: bureau('交通运输'),
		demand: 1,
		licensing: 3200,
		penalty: 900,
		coercion: 80,
		fees: 120_000
	},
	{
		family: 'urban_mgmt',
		name: { city: '城市管理局', county: '综合行政执法局' },
		demand: 2.4,
		licensing: 380,
		penalty: 1900,
		coercion: 150,
		fees: 700_000
	},
	{
		family: 'agri',
		name: bureau('农业农村'),
		demand: 1.1,
		licensing: 240,
		penalty: 40,
		coercion: 1,
		fees: 30_000,
		normative: 0.2
	},
	{ family: 'water', name: bureau('水利'), demand: 0.5, licensing: 70, penalty: 12, fees: 1_100_000 },
	{ family: 'health', name: everywhere('卫生健康委员会'), demand: 0.8, licensing: 620, penalty: 55, fees: 200_000 },
	{ family: 'emergency', name: bureau('应急管理'), demand: 0.4, licensing: 90, penalty: 60, coercion: 2 },
	{
		family: 'miit',
		name: { province: '工业和信息化厅', city: '工业和信息化局', county: '科技和工业信息化局' },
		demand: 0.3,
		licensing: 2
	},
	{ family: 'culture_tour', name: bureau('文化和旅游'), demand: 0.3, licensing: 45, penalty: 8 },
	{ family: 'approval', name: { city: '行政审批服务局', county: '政务服务管理局' }, demand: 0.4, licensing: 9000 },
	{ family: 'audit', name: bureau('审计'), demand: 0.15 },
	{ family: 'stats', name: everywhere('统计局'), demand: 0.1, penalty: 2 },
	{ family: 'veterans', name: bureau('退役军人事务'), demand: 0.3 },
	{ family: 'medical_insurance', name: everywhere('医疗保障局'), demand: 0.3, penalty: 6, normative: 0.2 },
	{
		family: 'commerce',
		name: { province: '商务厅', city: '商务局', county: '商务和投资促进局' },
		demand: 0.2,
		licensing: 12
	},
	{ family: 'letters', name: everywhere('信访局'), demand: 0.5 },
	{ family: 'forestry', name: everywhere('林业局'), demand: 0.5, licensing: 150, penalty: 14, fees: 160_000 },
	{
		family: 'rural_vital',
		name: everywhere('乡村振兴局'),
		renamed: { name: '扶贫开发办公室', to: 2020 },
		years: [null, 2023],
		demand: 0.4
	},
	{
		family: 'data',
		name: everywhere('数据局'),
		renamed: { name: '大数据管理局', to: 2023 },
		demand: 0.05
	},
	{ family: 'archives', name: everywhere('档案局'), demand: 0.05 },
	{ family: 'gov_affairs', name: everywhere('机关事务管理局'), demand: 0.15 },
	{ family: 'sports', name: everywhere('体育局'), demand: 0.05, licensing: 3 },
	{ family: 'sasac', name: everywhere('国有资产监督管理委员会'), demand: 0.2 },
	{ family: 'housing_fund', name: { city: '住房公积金管理中心' }, demand: 0.2 },
	{
		family: 'ethnic_religious',
		name: { province: '民族宗教事务委员会', city: '民族宗教事务局', county: '民族宗教事务局' },
		demand: 0.05,
		licensing: 2
	}
];

/** The name of the body in that year behind the name of its place. */
export function bodyName(body: Body, level: Exclude<AgencyLevel, 'township'>, year: number): string {
	const { renamed } = body;
	const before = renamed !== undefined && year >= (renamed.from ?? -Infinity) && year <= (renamed.to ?? Infinity);
	return before ? renamed.name : (body.name[level] ?? '');
}

export function reportsIn(body: Body, year: number): boolean {
	const [from, to] = body.years ?? [null, null];
	return year >= (from ?? -Infinity) && year <= (to ?? Infinity);
}
