import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveAgency } from '../../../../src/lib/core/agencies/index.ts';
import type { ResolveContext } from '../../../../src/lib/core/agencies/index.ts';

const resolve = (name: string, year: number | null, more: Partial<ResolveContext> = {}) =>
	resolveAgency(name, { year, ...more });
const codesOf = (name: string, year: number | null, more: Partial<ResolveContext> = {}) =>
	resolve(name, year, more).problems.map((problem) => problem.code);

describe('resolveAgency', () => {
	it.each([
		[
			'柳州市柳江区工业和信息化局',
			2023,
			'450206',
			'广西壮族自治区',
			'柳州市',
			'柳江区',
			'county',
			'department',
			'miit'
		],
		['柳江县工业和信息化局', 2015, '450221', '广西壮族自治区', '柳州市', '柳江县', 'county', 'department', 'miit'],
		['淮安市人民政府', 2024, '320800', '江苏省', '淮安市', null, 'city', 'government', null],
		['淮安市洪泽区人民政府', 2023, '320813', '江苏省', '淮安市', '洪泽区', 'county', 'government', null],
		['洪泽区人民政府', 2023, '320813', '江苏省', '淮安市', '洪泽区', 'county', 'government', null],
		['宿迁市人民政府', 2023, '321300', '江苏省', '宿迁市', null, 'city', 'government', null],
		['江苏淮安市统计局', 2020, '320800', '江苏省', '淮安市', null, 'city', 'department', 'stats'],
		['上海市科学技术委员会', 2024, '310000', '上海市', null, null, 'province', 'department', 'science'],
		['上海市科委', 2024, '310000', '上海市', null, null, 'province', 'department', 'science'],
		['上海市人民政府办公厅', 2019, '310000', '上海市', null, null, 'province', 'general_office', 'gov_office'],
		['大同市新荣区卫生健康和体育局', 2021, '140212', '山西省', '大同市', '新荣区', 'county', 'department', 'health'],
		['桦川县卫生健康局', 2021, '230826', '黑龙江省', '佳木斯市', '桦川县', 'county', 'department', 'health'],
		['武汉市生态环境局', 2020, '420100', '湖北省', '武汉市', null, 'city', 'department', 'ecology'],
		['武漢市東西湖區環境保護局', 2017, '420112', '湖北省', '武汉市', '东西湖区', 'county', 'department', 'ecology'],
		['皮山县统计局', 2023, '653223', '新疆维吾尔自治区', '和田地区', '皮山县', 'county', 'department', 'stats'],
		['石家庄市长安区统计局', 2023, '130102', '河北省', '石家庄市', '长安区', 'county', 'department', 'stats'],
		['武汉市黄陂区民政局', 2019, '420116', '湖北省', '武汉市', '黄陂区', 'county', 'department', 'civil'],
		['旺苍县林业局', 2019, '510821', '四川省', '广元市', '旺苍县', 'county', 'department', 'forestry'],
		['子洲县交通运输局', 2021, '610831', '陕西省', '榆林市', '子洲县', 'county', 'department', 'transport'],
		['开平市农业农村局', 2020, '440783', '广东省', '江门市', '开平市', 'county', 'department', 'agri'],
		['浦东新区人民政府', 2023, '310115', '上海市', null, '浦东新区', 'county', 'government', null],
		['河北区人民政府', 2023, '120105', '天津市', null, '河北区', 'county', 'government', null],
		['仙桃市人民政府', 2023, '429004', '湖北省', null, '仙桃市', 'county', 'government', null],
		['恩施州人民政府', 2020, '422800', '湖北省', '恩施土家族苗族自治州', null, 'city', 'government', null],
		['晋城市城区人民政府', 2022, '140502', '山西省', '晋城市', '城区', 'county', 'government', null],
		[
			'莫力达瓦旗财政局',
			2022,
			'150722',
			'内蒙古自治区',
			'呼伦贝尔市',
			'莫力达瓦达斡尔族自治旗',
			'county',
			'department',
			'finance'
		],
		['天津市人民政府国有资产监督管理委员会', 2022, '120000', '天津市', null, null, 'province', 'department', 'sasac'],
		['景德镇市', 2022, '360200', '江西省', '景德镇市', null, 'city', 'government', null]
	])('places %s of %i', (name, year, code, province, city, county, level, type, family) => {
		const { agency, problems } = resolve(name, year);
		expect(agency).toMatchObject({ code, province, city, county, township: null, level, type, family });
		expect(problems).toEqual([]);
	});

	it.each([
		['微山县两城镇人民政府', '370826', '济宁市', '微山县', '两城镇'],
		['乐至县回澜镇人民政府', '512022', '资阳市', '乐至县', '回澜镇'],
		['乐至县回澜镇', '512022', '资阳市', '乐至县', '回澜镇'],
		['北京市朝阳区建外街道办事处', '110105', null, '朝阳区', '建外街道'],
		['北京市朝阳区南磨房地区办事处', '110105', null, '朝阳区', '南磨房地区'],
		['上海市黄浦区人民政府外滩街道办事处', '310101', null, '黄浦区', '外滩街道'],
		['东莞市虎门镇人民政府', '441900', '东莞市', null, '虎门镇'],
		['苏州工业园区唯亭街道办事处', '320500', '苏州市', null, '唯亭街道'],
		['徐州市铜山区新区街道办事处', '320312', '徐州市', '铜山区', '新区街道']
	])('reads %s as a town', (name, code, city, county, township) => {
		const { agency, problems } = resolve(name, 2020);
		expect(agency).toMatchObject({ code, city, county, township, level: 'township', type: 'township', family: null });
		expect(problems).toEqual([]);
	});

	it.each([
		['国家税务总局宿迁市税务局', '321300-tax', '321300', 'city', 'tax'],
		['国家税务总局宿迁市宿城区税务局', '321302-tax', '321302', 'county', 'tax'],
		['宿迁市自然资源和规划局宿城分局', '321302-natural', '321302', 'county', 'natural'],
		['盐城市公安局盐都分局', '320903-police', '320903', 'county', 'police'],
		['盐城市公安局盐都区分局', '320903-police', '320903', 'county', 'police'],
		['上海市公安局浦东分局', '310115-police', '310115', 'county', 'police'],
		['宿迁市沭阳生态环境局', '321322-ecology', '321322', 'county', 'ecology'],
		['盐城市公安局开发区分局', '320900-police.开发区', '320900', 'city', 'police'],
		['国家统计局淮安调查队', '320800-survey', '320800', 'city', 'survey'],
		['国家统计局江苏调查总队', '320000-survey', '320000', 'province', 'survey'],
		[
			'中国证券监督管理委员会江苏监管局',
			'320000-financial_supervision.securities',
			'320000',
			'province',
			'financial_supervision'
		],
		['国家金融监督管理总局江苏监管局', '320000-financial_supervision', '320000', 'province', 'financial_supervision'],
		['淮安市气象局', '320800-meteorology', '320800', 'city', 'meteorology']
	])('takes the place of work of %s', (name, id, code, level, family) => {
		expect(resolve(name, 2023).agency).toMatchObject({ id, code, level, family, type: 'branch' });
	});

	it.each([
		['苏州工业园区管理委员会', '320500', 'zone', null],
		['苏州工业园区教育局', '320500', 'department', 'education'],
		['盐城经济技术开发区管理委员会', '320900', 'zone', null],
		['淮安经济技术开发区管委会', '320800', 'zone', null],
		['宿迁市洋河新区管理委员会', '321300', 'zone', null],
		['河北雄安新区管理委员会', '130000', 'zone', null],
		['北京市城市管理委员会', '110000', 'department', 'urban_mgmt']
	])('tells zones from departments and divisions: %s', (name, code, type, family) => {
		expect(resolve(name, 2023).agency).toMatchObject({ code, type, family });
	});

	it.each([
		['国家发展和改革委员会', 'department', 'ndrc'],
		['财政部', 'department', 'finance'],
		['国务院办公厅', 'general_office', 'gov_office'],
		['国家税务总局', 'department', 'tax']
	])('puts %s at the centre', (name, type, family) => {
		const { agency, problems } = resolve(name, 2022);
		expect(agency).toMatchObject({ level: 'central', code: null, province: null, type, family });
		expect(problems).toEqual([]);
	});

	it.each([
		['鼓楼区教育局', 'agency/place-ambiguous'],
		['朝阳区建外街道办事处', 'agency/place-ambiguous'],
		['西湖风景名胜区管理委员会', 'agency/place-ambiguous'],
		['丰收乡', 'agency/place-unknown'],
		['区统计局', 'agency/place-unknown'],
		['统计局', 'agency/place-unknown'],
		['西安市某区统计局', 'agency/place-unknown'],
		['西安市区统计局', 'agency/place-unknown'],
		['济宁市两城镇人民政府', 'agency/place-unknown'],
		['尼勒克县某镇人民政府', 'agency/place-unknown'],
		['城区街道办事处', 'agency/place-unknown'],
		['市公安局盐都分局', 'agency/place-unknown'],
		['东湖新技术开发区管理委员会', 'agency/place-unknown'],
		['', 'agency/place-unknown']
	])('declares that the place of %s is not told', (name, problem) => {
		const { agency, problems, placedBy } = resolve(name, 2022);
		expect(problems.map(({ code }) => code)).toEqual([problem]);
		expect(agency.code).toBeNull();
		expect(agency.id).toMatch(/^unplaced/u);
		expect(placedBy).toBeNull();
	});

	it('keeps what is certain of an unknown place', () => {
		expect(resolve('西安市某区统计局', 2023).agency).toMatchObject({
			province: '陕西省',
			city: '西安市',
			level: 'county'
		});
		expect(resolve('丰收乡', 2022).agency).toMatchObject({ township: '丰收乡', level: 'township', type: 'township' });
		expect(resolve('城区人民政府', 2022).agency).toMatchObject({ province: null, level: 'county', type: 'government' });
	});

	it('names the places that come into question', () => {
		expect(resolve('鼓楼区教育局', 2023).problems[0]?.expected).toBe(
			'江苏省南京市鼓楼区、江苏省徐州市鼓楼区、福建省福州市鼓楼区、河南省开封市鼓楼区'
		);
	});

	it('declares a level that divisions do not tell', () => {
		expect(resolve('南京海关', 2023).agency).toMatchObject({ level: null, city: '南京市', family: 'customs' });
		expect(codesOf('南京海关', 2023)).toEqual(['agency/level-unknown']);
	});
});

describe('resolveAgency over the years', () => {
	it.each([
		['柳江县经贸局', 2010, '柳州市柳江区经贸局', 2023],
		['洪泽县人民政府', 2015, '淮安市洪泽区人民政府', 2017],
		['毕节市教育局', 2009, '毕节市七星关区教育局', 2015],
		['楚州区财政局', 2009, '淮安区财政局', 2023],
		['襄樊市统计局', 2009, '襄阳市统计局', 2012],
		['安庆市枞阳县民政局', 2012, '铜陵市枞阳县民政局', 2019],
		['柳江县国土资源局', 2015, '柳江区自然资源和规划局', 2020],
		['上海市科委', 2010, '上海市科学技术委员会', 2024],
		['桦川县卫生和计划生育局', 2016, '桦川县卫生健康局', 2020]
	])('keeps one id for %s of %i and %s of %i', (before, year, after, later) => {
		expect(resolve(before, year).agency.id).toBe(resolve(after, later).agency.id);
	});

	it.each([
		['淮安市规划局', '淮安市国土资源局'],
		['淮安市工商行政管理局', '淮安市食品药品监督管理局'],
		['淮安市人口和计划生育委员会', '淮安市卫生局'],
		['淮安市文化局', '淮安市旅游局'],
		['淮安市档案局', '淮安市档案馆'],
		['淮安市教育局', '淮安市教育考试院'],
		['淮安市人民政府', '淮安市人民政府办公室'],
		['淮安市公安局开发区分局', '淮安市公安局'],
		['中共淮安市委员会', '共青团淮安市委员会']
	])('keeps %s and %s apart', (one, other) => {
		expect(resolve(one, 2012).agency.id).not.toBe(resolve(other, 2012).agency.id);
	});

	it.each([
		['柳江区工业和信息化局', 2015, '450221', '柳江县'],
		['柳江县工业和信息化局', 2023, '450206', '柳江区'],
		['开州区民政局', 2014, '500234', '开县']
	])('gives %s of %i the code and name of that year', (name, year, code, county) => {
		expect(resolve(name, year).agency).toMatchObject({ code, county });
		expect(codesOf(name, year)).toEqual([]);
	});

	it.each([
		['毕节市教育局', 2009, '522401', 'county'],
		['毕节市教育局', 2015, '520500', 'city'],
		['巢湖市民政局', 2009, '341400', 'city'],
		['巢湖市民政局', 2015, '340181', 'county'],
		['通州区财政局', 2008, '110112', 'county']
	])('takes %s of %i for the place of that name in that year', (name, year, code, level) => {
		expect(resolve(name, year).agency).toMatchObject({ code, level });
	});

	it('does not choose between a prefecture and a county of one name where the year is not known', () => {
		expect(codesOf('毕节市教育局', null)).toEqual(['agency/place-ambiguous']);
	});

	it.each([
		['下城区财政局', 2022, '330103', '-2020'],
		['杭州市临平区财政局', 2019, '330113', '2021-']
	])('declares that %s had no place in %i', (name, year, code, expected) => {
		const { agency, problems } = resolve(name, year);
		expect(agency.code).toBe(code);
		expect(problems).toEqual([expect.objectContaining({ code: 'agency/place-not-in-year', expected })]);
	});
});

describe('resolveAgency with what else is known', () => {
	const weishan = 'http://www.weishan.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=113708260043292687&fbtime=2020';

	it.each<[string, Partial<ResolveContext>, string, string]>([
		['鼓楼区教育局', { place: '福州市' }, '350102', 'manifest'],
		['鼓楼区教育局', { place: '福建省福州市鼓楼区' }, '350102', 'manifest'],
		['鼓楼区教育局', { place: '320106' }, '320106', 'manifest'],
		['鼓楼区教育局', { address: 'http://fzgl.fuzhou.gov.cn/x' }, '350102', 'host'],
		['鼓楼区教育局', { address: 'http://gulou.nanjing.gov.cn/x' }, '320106', 'host'],
		['鼓楼区教育局', { hints: ['南京市鼓楼区财政局', '南京市民政局'] }, '320106', 'hints'],
		['丰收乡', { place: '山东省济宁市微山县' }, '370826', 'manifest'],
		['丰收乡', { address: 'http://example.com/?area=370826' }, '370826', 'code'],
		['丰收乡', { address: weishan }, '370826', 'code'],
		['丰收乡', { address: 'http://www.huachuan.gov.cn/' }, '230826', 'host'],
		['丰收乡', { hints: ['桦川县统计局', '桦川县财政局'] }, '230826', 'hints'],
		['区统计局', { place: '610116000000' }, '610116', 'manifest'],
		['区统计局', { address: 'https://www.jiaxing.gov.cn/330402ZFC00000/' }, '330402', 'code'],
		['西安市某区统计局', { place: '雁塔区' }, '610113', 'manifest'],
		['统计局', { place: '320800' }, '320800', 'manifest'],
		['统计局', { address: 'http://www.hongze.gov.cn/' }, '320813', 'host'],
		['省财政厅', { address: 'http://czt.jiangsu.gov.cn/' }, '320000', 'host'],
		['市统计局', { place: '开平市' }, '440783', 'manifest'],
		['人民政府办公室', { place: '370826' }, '370826', 'manifest'],
		['市公安局盐都分局', { place: '盐城市' }, '320903', 'manifest'],
		['盐城市公安局', { place: '盐都区' }, '320903', 'manifest'],
		['东湖新技术开发区管理委员会', { place: '武汉市' }, '420100', 'manifest'],
		['金湖经济开发区管理委员会', { address: 'http://www.jinhu.gov.cn/' }, '320831', 'name'],
		['微山县两城镇人民政府', { place: '山东省济宁市微山县两城镇' }, '370826', 'name'],
		['旺苍县林业局', { place: '广元市' }, '510821', 'name']
	])('places %s by %o', (name, context, code, placedBy) => {
		const resolved = resolve(name, 2021, context);
		expect(resolved.agency.code).toBe(code);
		expect(resolved.placedBy).toBe(placedBy);
		expect(resolved.problems).toEqual([]);
	});

	it.each<[string, Partial<ResolveContext>, string]>([
		['丰收乡', { address: 'http://www.weishan.gov.cn/' }, 'agency/place-ambiguous'],
		['丰收乡', { place: '济宁市' }, 'agency/place-unknown'],
		['丰收乡', { hints: ['桦川县统计局', '微山县财政局'] }, 'agency/place-unknown'],
		['区统计局', { place: '西安市' }, 'agency/place-unknown'],
		['县统计局', { place: '开平市' }, 'agency/place-unknown'],
		['统计局', { address: 'http://www.suqian.gov.cn/' }, 'agency/place-unknown'],
		['鼓楼区教育局', { hints: ['江苏省'] }, 'agency/place-ambiguous'],
		['鼓楼区教育局', { address: 'http://www.xz.gov.cn/x' }, 'agency/place-ambiguous'],
		['旺苍县林业局', { place: '火星' }, 'agency/place-not-understood'],
		['旺苍县林业局', { address: 'http://example.com/?area=370826' }, 'agency/place-differs']
	])('leaves open or declares %s by %o', (name, context, problem) => {
		expect(codesOf(name, 2021, context)).toEqual([problem]);
	});

	it('follows the manifest against the name, and says so', () => {
		const { agency, problems } = resolve('旺苍县林业局', 2021, { place: '微山县' });
		expect(agency.code).toBe('370826');
		expect(problems).toEqual([{ code: 'agency/place-differs', found: '旺苍县林业局', expected: '山东省济宁市微山县' }]);
	});

	it('does not make a district bureau the bureau of a prefecture in the manifest', () => {
		const { agency, problems } = resolve('河西区教育局', 2021, { place: '330100' });
		expect(agency.code).toBeNull();
		expect(problems.map(({ code }) => code)).toEqual(['agency/place-unknown', 'agency/place-differs']);
	});

	it('keeps agencies of one name from several sites apart where their place is not known', () => {
		const ids = ['http://a.example/1', 'http://b.example/1'].map(
			(address) => resolve('区统计局', 2021, { address }).agency.id
		);
		expect(new Set(ids).size).toBe(2);
	});
});

describe('the bounds of resolveAgency', () => {
	const pieces = [
		'江苏省',
		'柳州市',
		'柳江',
		'区',
		'县',
		'镇',
		'街道',
		'办事处',
		'局',
		'分局',
		'开发区',
		'管理委员会',
		'(',
		'某',
		'国家',
		'税务',
		'和',
		'x'
	];

	it('never throws, and gives either a place or a problem', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
				const { agency, problems } = resolve(parts.join(''), 2021);
				expect(agency.id).not.toBe('');
				expect(agency.code !== null || agency.level === 'central' || problems.length > 0).toBe(true);
			}),
			{ seed: 20_210_926, numRuns: 3_000 }
		);
	});

	it('is not kept busy by a page taken for a name', () => {
		const start = performance.now();
		resolve('开发区管理委员会街道'.repeat(20_000), 2021);
		expect(performance.now() - start).toBeLessThan(2_000);
	});

	it('resolves 100,000 names within some seconds', () => {
		const names = [
			'柳州市柳江区工业和信息化局',
			'微山县两城镇人民政府',
			'国家税务总局宿迁市税务局',
			'鼓楼区教育局',
			'盐城市公安局盐都分局'
		];
		const start = performance.now();
		for (let count = 0; count < 100_000; count += 1) resolve(names[count % names.length]!, 2008 + (count % 17));
		expect(performance.now() - start).toBeLessThan(15_000);
	});
});
