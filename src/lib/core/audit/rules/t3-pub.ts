import type { CellKey } from '../../form/index.ts';
import type { AuditedReport } from '../audited-report.ts';
import { findingOf } from '../rule.ts';
import type { ReportRule } from '../rule.ts';
import { withoutTable } from './without-table.ts';
import { keyAt } from '../sheet.ts';

const RARE_ROWS = ['unprocessed_publication', 'denied_state_secret'] as const;
const FEW = 5;
const SMALL_SHARE = 0.05;
const CLOSED = 't3.closed.total';

export const T3_PUB: ReportRule = {
	id: 't3-pub',
	scope: 'report',
	severity: 'plausibility',
	names: { zh: '少见的办理结果', en: 'Outcomes that are rare' },
	formula: {
		zh: '“要求提供公开出版物”“属于国家秘密”各 ≤ 5 件,或 ≤ 5% × 总计(办结)',
		en: 'requests for published material and state secrets: each at most 5, or 5 % of closed'
	},
	basis: { zh: '本项目的判断', en: 'our judgement' },
	exceptions: [{ zh: '军工、保密、档案等机关', en: 'bodies of defence, secrecy or archives' }],
	breaks: [],
	check: (audited: AuditedReport) => {
		const { t3 } = audited.report.formats;
		if (t3 === null) return withoutTable(T3_PUB, 't3', t3);
		const closed = audited.value(CLOSED);
		return RARE_ROWS.map((row) => {
			const cells: CellKey[] = [keyAt('t3', row, 'total'), CLOSED];
			const left = audited.value(keyAt('t3', row, 'total'));
			if (left === null || closed === null)
				return findingOf(T3_PUB, row, 'not_assessable', { cells, reason: 'cells/unknown' });
			const right = Math.max(FEW, SMALL_SHARE * closed);
			return findingOf(T3_PUB, row, left <= right ? 'pass' : 'fail', { cells, left, right });
		});
	}
};
