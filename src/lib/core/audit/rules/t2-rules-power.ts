import { formCells, isLayout } from '../../form/index.ts';
import { lacksRulePower } from '../body.ts';
import { findingOf } from '../rule.ts';
import type { ReportRule } from '../rule.ts';
import { withoutTable } from './without-table.ts';

/** Bodies without the power to make rules have none to count. */
export const T2_RULES_POWER: ReportRule = {
	id: 't2-rules-power',
	scope: 'report',
	severity: 'definitional',
	names: { zh: '无规章制定权的机关', en: 'Bodies that cannot make rules' },
	formula: {
		zh: '县级以下机关、设区的市的部门:规章各栏 = 0',
		en: 'county level and below, departments of cities: every figure of the row 规章 = 0'
	},
	basis: {
		zh: '《立法法》(2023 年修正)第九十一条、第九十三条:规章由国务院部门、省级政府、设区的市和自治州政府制定',
		en: 'Legislation Law (2023) Art. 91, 93: only ministries, provincial governments and those of cities with districts and autonomous prefectures make rules'
	},
	exceptions: [
		{ zh: '把上级规章或内部规章制度计入', en: 'rules of higher bodies or internal regulations were counted' },
		{
			zh: '省级部门、政府办公厅代政府统计',
			en: 'a provincial department or a general office that counts for its government'
		}
	],
	breaks: [],
	check: (audited) => {
		const { t2 } = audited.report.formats;
		if (!isLayout(t2)) return withoutTable(T2_RULES_POWER, 'rules', t2);
		const cells = formCells('t2', t2).flatMap((cell) => (cell.row === 'rules' ? [cell.key] : []));
		const printed = cells.flatMap((cell) => audited.printed(cell) ?? []);
		const left = printed.length === 0 ? null : printed.reduce((sum, value) => sum + value, 0);
		if (left === null)
			return [findingOf(T2_RULES_POWER, 'rules', 'not_assessable', { cells, reason: 'cells/unknown' })];
		const details = { cells, left, right: 0 };
		if (left === 0) return [findingOf(T2_RULES_POWER, 'rules', 'pass', details)];
		const powerless = lacksRulePower(audited.body);
		if (powerless !== null) return [findingOf(T2_RULES_POWER, 'rules', powerless ? 'fail' : 'pass', details)];
		const provincial = audited.body.level === 'province';
		const reason = provincial ? 'body/provincial-department' : 'body/unknown';
		return [findingOf(T2_RULES_POWER, 'rules', 'unsure', { ...details, reason })];
	}
};
