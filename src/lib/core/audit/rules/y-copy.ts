import { TABLE_IDS, eachLayout, formCells } from '../../form/index.ts';
import type { CellKey, FormCell, Layout, TableId } from '../../form/index.ts';
import type { AuditedReport } from '../audited-report.ts';
import type { Finding } from '../finding.ts';
import { sentencesOf } from '../prose/text.ts';
import type { YearPair, YearsRule } from '../rule.ts';
import { UNKNOWN, slotOf } from '../sheet.ts';
import { partnerOf, yearFinding } from './year-pair.ts';

/**
 * So many figures other than zero must be the same before equality says anything (our judgement): a small body's few figures agree by
 * chance. Sums count for nothing, nor does what may lawfully stay the same for years.
 */
const TELLING: Record<TableId, number> = { t2: 4, t3: 5, t4: 4 };

const isTelling = ({ column, derived }: FormCell): boolean =>
	!derived && column !== 'in_force' && column !== 'items_prev' && column !== 'total';

const keysOf = (table: TableId, layout: Layout): readonly SlottedCell[] =>
	formCells(table, layout).map((cell) => ({ key: cell.key, slot: slotOf(cell.key), telling: isTelling(cell) }));

interface SlottedCell {
	readonly key: CellKey;
	readonly slot: number;
	readonly telling: boolean;
}

const CELLS = Object.fromEntries(
	TABLE_IDS.map((table) => [table, eachLayout((layout) => keysOf(table, layout))])
) as Record<TableId, Record<Layout, readonly SlottedCell[]>>;

function compareTable(pair: YearPair, previous: AuditedReport, table: TableId): Finding {
	const { current } = pair;
	const [now, then] = [current.report.formats[table], previous.report.formats[table]];
	if (now === null || then === null)
		return yearFinding(Y_COPY, pair, table, 'not_assessable', { reason: 'table/missing' });
	if (now !== then) return yearFinding(Y_COPY, pair, table, 'pass');
	const form = CELLS[table][now === 'undetermined' ? '2021' : now];
	let telling = 0;
	let known = 0;
	for (const cell of form) {
		const { slot } = cell;
		if (current.sheet.states[slot] === UNKNOWN || previous.sheet.states[slot] === UNKNOWN) continue;
		// A blank and a zero are no difference here: the sheet has 0 for both.
		const [left, right] = [current.sheet.values[slot] ?? 0, previous.sheet.values[slot] ?? 0];
		if (left !== right)
			return yearFinding(Y_COPY, pair, table, 'pass', { cells: [cell.key], before: [cell.key], left, right });
		known += 1;
		if (left !== 0 && cell.telling) telling += 1;
	}
	if (known === 0) return yearFinding(Y_COPY, pair, table, 'not_assessable', { reason: 'cells/unknown' });
	const cells = form.map(({ key }) => key);
	const copied = telling >= TELLING[table];
	return yearFinding(Y_COPY, pair, table, copied ? 'fail' : 'pass', {
		cells,
		before: cells,
		left: telling,
		right: TELLING[table]
	});
}

const SHORTEST = 12;
const FEWEST = 8;
const COPIED = 0.95;
const SUSPECT = 0.8;

/** What can differ between years only by being written anew: sentences without their year. */
function wordings({ prose }: AuditedReport): Set<string> {
	return new Set(
		prose.flatMap(({ text }) =>
			sentencesOf(text)
				.map((sentence) => sentence.text.replace(/20\d\d年?/gu, ''))
				.filter((sentence) => sentence.length >= SHORTEST)
		)
	);
}

function compareProse(pair: YearPair, previous: AuditedReport): Finding {
	const [now, then] = [wordings(pair.current), wordings(previous)];
	if (now.size < FEWEST || then.size < FEWEST)
		return yearFinding(Y_COPY, pair, 'prose', 'not_assessable', { reason: 'prose/none' });
	const shared = [...now].filter((sentence) => then.has(sentence)).length;
	const left = Math.round((100 * shared) / now.size);
	const status = shared >= COPIED * now.size ? 'fail' : shared >= SUSPECT * now.size ? 'unsure' : 'pass';
	return yearFinding(Y_COPY, pair, 'prose', status, {
		left,
		right: 100 * COPIED,
		...(status === 'unsure' ? { reason: 'quote/part' } : {})
	});
}

export const Y_COPY: YearsRule = {
	id: 'y-copy',
	scope: 'years',
	severity: 'plausibility',
	names: { zh: '照搬上年', en: 'Copied from the year before' },
	formula: {
		zh: '表内数字(至少若干非零)不与上年逐格相同;正文相同的句子 < 95 %',
		en: 'no table with several figures other than zero equals last year’s cell by cell; less than 95 % of the sentences are the same'
	},
	basis: {
		zh: '国办公开办函〔2021〕30号:抄袭、照搬往年报告的,依《条例》第四十七条追责;阈值为本项目所定',
		en: 'Guoban gongkai banhan〔2021〕30 (copied reports, Regulations Art. 47); the thresholds are our judgement'
	},
	exceptions: [{ zh: '业务量小的机关数字偶同', en: 'small bodies whose few figures happen to agree' }],
	breaks: [],
	check: (pair) => {
		const partner = partnerOf(Y_COPY, pair, pair.previous === null ? 'previous/none' : null);
		if (partner.previous === null) return partner.findings;
		const { previous } = partner;
		return [...TABLE_IDS.map((table) => compareTable(pair, previous, table)), compareProse(pair, previous)];
	}
};
