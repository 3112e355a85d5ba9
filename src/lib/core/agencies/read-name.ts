import { familyOf } from './family-of.ts';
import { levelOfCode } from './places.ts';
import type { Place } from './places.ts';
import { plainName, withoutBrackets } from './plain-name.ts';
import { readBody } from './read-body.ts';
import type { Body } from './read-body.ts';
import { readLeadingPlace, readLeadingStem } from './read-place.ts';
import type { LeadingPlace } from './read-place.ts';

/** A name taken apart: the places that it may mean, and the body. */
export interface ReadName {
	readonly plain: string;
	/** Null where the name prints no place. */
	readonly places: readonly Place[] | null;
	/** The places were told from a stem (金湖经济开发区), which may as well be a lake: they count only with other evidence. */
	readonly weak: boolean;
	readonly central: boolean;
	readonly body: Body;
}

/** No agency's name is longer; a title or page taken for a name shall not keep the patterns busy. */
const LONGEST = 120;

const FREE_TRADE_ZONE = /^中国\(([^()]+)\)/u;
/** A part of a province's free trade zone is run by the prefecture it lies in, which its name gives second: 江苏自由贸易试验区南京片区. */
const FREE_TRADE_AREA = /自由贸易试验区.+片区/u;
const PARTY = /^(?:中国共产党|中共|共青团)/u;
const CORPS_DIVISION = /^(?:新疆生产建设兵团)?第?[一二三四五六七八九十]+师(?=.)/u;

/** Organs whose own offices below carry their name in front: 国家税务总局宿迁市税务局, 国家统计局淮安调查队. */
const SYSTEM =
	/^(?:国家税务总局|国家统计局|国家金融监督管理总局|中国人民银行|国家外汇管理局|中国(?:银行保险|银行业|证券|保险)监督管理委员会|中国(?:银保监会|银监会|证监会|保监会)|中华人民共和国(?=.{2,8}海关)|中国气象局|国家邮政局|国家矿山安全监察局|国家能源局|国家粮食和物资储备局|中国海事局|中国民用航空局?)(?=.)/u;
/** Offices that are always named after a place, also without its kind: 南京海关, 江苏调查总队. */
const SYSTEM_OFFICE =
	/^(?:省|市|县|区)?(?:调查总队|调查队|监管分局|监管局|海关|海事局|邮政管理局|通信管理局|税务局|分行|中心支行|支行|分局|监察局|监管办公室|监管专员办公室)/u;
/** Says only that it is the system's office; which system, its organ says. */
const OFFICE_OF_SYSTEM = /^(?:监管分局|监管局|分行|中心支行|支行|分局|监察局|监管办公室|监管专员办公室)$/u;
const CENTRAL = /^(?:中华人民共和国|国务院|国家(?!级)|中国)/u;
const MINISTRY =
	/^(?:外交|国防|教育|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|国土资源|生态环境|环境保护|住房和城乡建设|交通运输|铁道|水利|农业农村|农业|商务|文化和旅游|文化|卫生健康|卫生|退役军人事务|应急管理|监察)部$|^(?:审计署|海关总署)$/u;
/** Bureaux of a prefecture that name their branch in a county by its stem: 宿迁市沭阳生态环境局. */
const NAMED_BRANCHES = new Set([
	'ecology',
	'police',
	'natural',
	'tax',
	'meteorology',
	'tobacco',
	'fire',
	'housing_fund',
	'market'
]);

const areCities = (places: readonly Place[]): boolean =>
	places.every((place) => place.records.some((record) => levelOfCode(record.code) === 'city'));

function namedBranch(rest: string, leading: LeadingPlace): { places: readonly Place[]; body: Body } | null {
	if (!areCities(leading.places) || familyOf(rest)) return null;
	const stem = readLeadingStem(rest, leading.places);
	const family = stem && familyOf(rest.slice(stem.end));
	if (!stem || !family?.whole || !NAMED_BRANCHES.has(family.family)) return null;
	return { places: stem.places, body: { ...readBody(rest.slice(stem.end)), type: 'branch' } };
}

/** A stem that is a province's, or a prefecture's and at most of places within it, is theirs: 淮安 of 淮安经济技术开发区. */
function prefectureOf(places: readonly Place[]): Place | null {
	const cities = places.filter((place) => place.records.some((record) => levelOfCode(record.code) !== 'county'));
	const [city] = cities;
	if (!city || cities.length > 1) return null;
	const codes = city.records.map((record) => record.code.replace(/0+$/u, ''));
	const others = places.filter((place) => place !== city);
	const within = (place: Place): boolean =>
		place.records.some(({ code }) => codes.some((prefix) => code.startsWith(prefix)));
	// 河北 is the province, not the district of 天津市 that is called so; 吉林 may be province or prefecture.
	return levelOfCode(city.key) === 'province' || others.every(within) ? city : null;
}

function readSystemOffice(text: string): Pick<ReadName, 'places' | 'weak' | 'body'> | null {
	const stem = readLeadingStem(text);
	if (!stem || !SYSTEM_OFFICE.test(text.slice(stem.end))) return null;
	const city = prefectureOf(stem.places);
	return { places: city ? [city] : stem.places, weak: false, body: readBody(text.slice(stem.end)) };
}

function readPlaced(text: string): Pick<ReadName, 'places' | 'weak' | 'body'> {
	const leading = readLeadingPlace(text);
	if (leading) {
		const rest = text.slice(leading.end);
		const branch = namedBranch(rest, leading);
		return { places: branch?.places ?? leading.places, weak: false, body: branch?.body ?? readBody(rest) };
	}
	const office = readSystemOffice(text);
	if (office) return office;
	const body: Body = text === '' ? { ...readBody(text), type: 'other' } : readBody(text);
	const stem = body.zone === null || body.kind !== null ? null : readLeadingStem(body.zone);
	const city = stem && prefectureOf(stem.places);
	const certain = city !== null && !FREE_TRADE_AREA.test(body.slug);
	return { places: certain ? [city] : (stem?.places ?? null), weak: stem !== null && !certain, body };
}

/** The body of a central organ's office; its family is told by the organ where its own name does not tell it. */
function asBranch(body: Body, system: string): Body {
	const family = body.family ?? familyOf(system.replace(CENTRAL, ''));
	const named = OFFICE_OF_SYSTEM.test(body.slug) && family ? [family.family, family.line] : [body.slug];
	return { ...body, type: 'branch', family, slug: named.filter((part) => part !== null).join('.') };
}

function centralBody(text: string): Body {
	const own = text.replace(CENTRAL, '');
	const body = readBody(own === '' ? text : own);
	if (text === '国务院办公厅') return readBody('政府办公厅');
	return { ...body, type: body.type === 'branch' ? 'department' : body.type };
}

/** Takes an agency's name apart; nothing but the name is looked at. */
export function readName(name: string): ReadName {
	const plain = plainName(name);
	const text = withoutBrackets(plain.slice(0, LONGEST).replace(FREE_TRADE_ZONE, '$1')).replace(PARTY, '');
	const division = CORPS_DIVISION.exec(text)?.[0] ?? '';
	if (division !== '' && readLeadingPlace(text.slice(division.length))) {
		return { plain, central: false, ...readPlaced(text.slice(division.length)) };
	}
	const system = SYSTEM.exec(text)?.[0];
	if (system !== undefined) {
		const read = readPlaced(text.slice(system.length));
		if (read.places && !read.weak) return { plain, ...read, central: false, body: asBranch(read.body, system) };
	}
	if (CENTRAL.test(text) || MINISTRY.test(text)) {
		return { plain, places: null, weak: false, central: true, body: centralBody(text) };
	}
	const read = readPlaced(text);
	const party = PARTY.exec(plain)?.[0];
	if (party === undefined) return { plain, central: false, ...read };
	const { slug, family } = readBody(`${party}${read.body.slug}`);
	return { plain, central: false, ...read, body: { ...read.body, type: 'other', slug, family } };
}
