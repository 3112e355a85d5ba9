import { describe, expect, it } from 'vitest';
import { DEPARTMENT_FAMILIES, familyOf } from '../../../../src/lib/core/agencies/index.ts';
import type { DepartmentFamily } from '../../../../src/lib/core/agencies/index.ts';

const families = Object.entries<DepartmentFamily>(DEPARTMENT_FAMILIES);

describe('familyOf', () => {
	it.each([
		['工业和信息化局', 'miit', null, []],
		['经济和信息化委员会', 'miit', null, []],
		['经信局', 'miit', null, []],
		['经贸局', 'miit', null, ['commerce']],
		['工业信息化和商务局', 'miit', null, ['commerce']],
		['科技和工业信息化局', 'science', null, ['miit']],
		['发展改革和科技局', 'ndrc', null, ['science']],
		['粮食和物资储备局', 'ndrc', 'grain', []],
		['教育体育局', 'education', null, ['sports']],
		['教体局', 'education', null, ['sports']],
		['教育科技局', 'education', null, ['science']],
		['卫生健康和体育局', 'health', null, ['sports']],
		['卫生和计划生育委员会', 'health', null, []],
		['文化广电新闻出版和旅游体育局', 'culture_tour', null, ['sports']],
		['文化体育和旅游局', 'culture_tour', null, ['sports']],
		['旅游局', 'culture_tour', 'tourism', []],
		['自然资源和规划局', 'natural', null, []],
		['规划和自然资源委员会', 'natural', null, []],
		['国土资源局', 'natural', null, []],
		['城乡规划局', 'natural', 'planning', []],
		['住房和城乡建设交通局', 'housing', null, ['transport']],
		['人民防空办公室', 'housing', 'civil_defence', []],
		['农林水务局', 'agri', null, ['forestry', 'water']],
		['扶贫开发领导小组办公室', 'rural_vital', null, []],
		['城市管理和综合执法局', 'urban_mgmt', null, []],
		['安全生产监督管理局', 'emergency', null, []],
		['市场监督管理局', 'market', null, []],
		['食品药品监督管理局', 'market', 'food_drug', []],
		['政务服务和大数据管理局', 'approval', null, ['data']],
		['地方金融监督管理局', 'finance_reg', null, []],
		['民族宗教事务局', 'ethnic_religious', null, []],
		['民委', 'ethnic_religious', null, []],
		['科委', 'science', null, []],
		['地方志编纂委员会办公室', 'archives', 'gazetteer', []],
		['残疾人联合会', 'federations', 'disabled', []],
		['科学技术协会', 'federations', 'science', []],
		['供销合作社联合社', 'federations', 'supply', []],
		['市级机关事务管理局', 'gov_affairs', null, []],
		['机关事务服务中心', 'gov_affairs', null, []],
		['住房公积金管理中心', 'housing_fund', null, []],
		['国家税务局', 'tax', 'state', []],
		['消防救援支队', 'fire', null, []]
	])('reads %s', (body, family, line, merged) => {
		expect(familyOf(body)).toEqual({ family, line, merged, whole: true });
	});

	it.each(['教育考试院', '档案馆', '公安局交通警察支队', '城市管理执法大队', '税务局稽查局', '政务服务中心'])(
		'does not take %s for its family’s bureau',
		(body) => {
			expect(familyOf(body)?.whole).toBe(false);
		}
	);

	it.each(['社会事务局', '人民武装部', '域发展局', ''])('knows no family of %s', (body) => {
		expect(familyOf(body)).toBeNull();
	});
});

describe('DEPARTMENT_FAMILIES', () => {
	it.each(families)('%s has names, words and sensible years', (_key, family) => {
		expect(family.names.zh).toMatch(/\p{Script=Han}/u);
		expect(family.names.en).toMatch(/^[A-Z]/u);
		const words = [family.main, ...Object.values(family.lines ?? {})]
			.join(' ')
			.split(' ')
			.filter((word) => word !== '');
		expect(words.length).toBeGreaterThan(0);
		expect(new Set(words).size).toBe(words.length);
		for (const word of words) expect(word).toMatch(/^\p{Script=Han}{2,}$/u);
		const [from, to] = family.years ?? [null, null];
		expect(from ?? 2008).toBeLessThan(to ?? 2100);
	});
});
