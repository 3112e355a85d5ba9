import type { Names } from '$lib/core/form/index.ts';

/** Questions to begin with; a test runs them all. */
export const SQL_EXAMPLES: readonly { readonly names: Names; readonly sql: string }[] = [
	{
		names: { zh: '各年新收申请,各类分开', en: 'New requests by year, scopes apart' },
		sql: `SELECT scope, year, sum("t3.new.total") AS new_requests, count("t3.new.total") AS n, count(*) AS reports
FROM reports
GROUP BY scope, year
ORDER BY scope, year`
	},
	{
		names: { zh: '不予公开的理由,从多到少', en: 'Reasons for denial, most frequent first' },
		sql: `SELECT cell, sum(value) AS cases, count(value) AS n
FROM cells
WHERE cell LIKE 't3.denied_%.total'
GROUP BY cell
ORDER BY cases DESC NULLS LAST, cell`
	},
	{
		names: { zh: '没有数字的格:原因与多少', en: 'Cells without a number: why, and how many' },
		sql: `SELECT reason, count(*) AS cells, count(DISTINCT agency_id) AS agencies
FROM absences
GROUP BY reason
ORDER BY cells DESC, reason`
	},
	{
		names: { zh: '哪些规则不符最多', en: 'Which rules fail most' },
		sql: `SELECT rule, severity, count(*) AS findings, count(DISTINCT agency_id) AS agencies
FROM findings
WHERE status = 'fail'
GROUP BY rule, severity
ORDER BY findings DESC, rule, severity`
	},
	{
		names: { zh: '申请人的构成', en: 'Who asks' },
		sql: `SELECT r.scope, q.applicant, sum(q."new") AS new_requests
FROM requests q
JOIN reports r ON r.agency_id = q.agency_id AND r.year = q.year
GROUP BY r.scope, q.applicant
ORDER BY r.scope, new_requests DESC NULLS LAST, q.applicant`
	}
];
