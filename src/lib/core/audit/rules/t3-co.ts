import type { AuditedReport } from '../audited-report.ts';
import { findingOf } from '../rule.ts';
import type { ReportRule } from '../rule.ts';
import { withoutTable } from './without-table.ts';

/** Requests of the last 20 working days, or 40 with an extension, may lawfully be open: about a sixth of a year (our judgement: a quarter). */
const USUAL_SHARE = 0.25;
const ENOUGH_REQUESTS = 20;
const CELLS = ['t3.carried_out.total', 't3.new.total', 't3.carried_in.total'] as const;

export const T3_CO: ReportRule = {
	id: 't3-co',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '结转下年比例', en: 'Share carried forward' },
	formula: {
		zh: '本年新收 ≥ 20 时,结转下年 ≤ 25% ×(本年新收 + 上年结转)',
		en: 'where new ≥ 20: carried out ≤ 25 % of (new + carried in)'
	},
	basis: {
		zh: '《政府信息公开条例》第三十三条的答复期限;阈值为本项目所定',
		en: 'Regulations Art. 33 (20 working days, 20 more if extended); the threshold is our judgement'
	},
	exceptions: [
		{
			zh: '年末集中收到申请;征求第三方意见、补正的时间不计入期限',
			en: 'many requests late in the year; time for third parties or corrections does not count'
		}
	],
	breaks: [],
	check: (audited: AuditedReport) => {
		const { t3 } = audited.report.formats;
		if (t3 === null) return withoutTable(T3_CO, 'total', t3);
		const values = audited.valuesOf(CELLS);
		if (values === null)
			return [findingOf(T3_CO, 'total', 'not_assessable', { cells: CELLS, reason: 'cells/unknown' })];
		const [carriedOut = 0, received = 0, carriedIn = 0] = values;
		const right = USUAL_SHARE * (received + carriedIn);
		const status = received < ENOUGH_REQUESTS || carriedOut <= right ? 'pass' : 'fail';
		return [findingOf(T3_CO, 'total', status, { cells: CELLS, left: carriedOut, right })];
	}
};
