import { APPLICANTS, OUTCOME_GROUPS, RESULTS, TABLE_THREE_ROWS, isLayout } from '../../form/index.ts';
import type { CellKey, Layout, TableId } from '../../form/index.ts';
import type { TableThreeRow } from '../../form/table-three.ts';
import type { FoundLayout, Report } from '../../extract/report.ts';

/** What a quoted figure counts, as its words say. */
export type KindId =
	| 'received'
	| 'handled'
	| 'closed'
	| 'requests'
	| 'carried_in'
	| 'carried_out'
	| 'granted_partial'
	| `outcome:${string}`
	| `row:${string}`
	| `applicant:${string}`
	| 'review'
	| 'suits'
	| 'suit_direct'
	| 'suit_after_review'
	| 'disputes'
	| `result:${'review' | 'suits' | 'suit_direct' | 'suit_after_review'}:${string}`
	| `rules:${string}`
	| `normative:${string}`
	| `decisions:${string}`;

/** The sum of some cells that a kind may mean. */
export interface Sum {
	readonly id: string;
	readonly plus: readonly CellKey[];
	readonly minus: readonly CellKey[];
}

const sum = (id: string, plus: readonly CellKey[], minus: readonly CellKey[] = []): Sum => ({ id, plus, minus });

const NEW: CellKey = 't3.new.total';
const CARRIED_IN: CellKey = 't3.carried_in.total';
const CLOSED: CellKey = 't3.closed.total';
const CARRIED_OUT: CellKey = 't3.carried_out.total';

const layoutOr2021 = (found: FoundLayout): Layout => (isLayout(found) ? found : '2021');

/** The cells of the total column whose sum is one of the six ways a request ends. */
export function outcomeCells(group: string, found: FoundLayout): CellKey[] {
	const layout = layoutOr2021(found);
	return (TABLE_THREE_ROWS as readonly TableThreeRow[])
		.filter((row) => row.group === group && row.layouts.includes(layout))
		.map((row): CellKey => `t3.${row.id}.total`);
}

const ORGANISATIONS = APPLICANTS.filter((applicant) => applicant.organisation).map((applicant) => applicant.id);

function applicantSums(id: string): Sum[] {
	const columns = id === 'organisations' ? ORGANISATIONS : [id];
	const of = (row: string): CellKey[] => columns.map((column): CellKey => `t3.${row}.${column}`);
	return [
		sum('new', of('new')),
		sum('new+carried_in', [...of('new'), ...of('carried_in')]),
		sum('closed', of('closed'))
	];
}

const GROUPS = { review: ['review'], suit_direct: ['suit_direct'], suit_after_review: ['suit_after_review'] };
const DISPUTES_OF: Readonly<Record<string, readonly string[]>> = {
	...GROUPS,
	suits: ['suit_direct', 'suit_after_review'],
	disputes: ['review', 'suit_direct', 'suit_after_review']
};

function disputeSums(id: string): Sum[] {
	const groups = DISPUTES_OF[id] ?? [];
	const totals = groups.map((group): CellKey => `t4.${group}.total`);
	const pending = groups.map((group): CellKey => `t4.${group}.pending`);
	// Where the printed total is wrong the prose may still agree with its parts.
	const parts = groups.flatMap((group) =>
		RESULTS.filter((result) => result.id !== 'total').map((result): CellKey => `t4.${group}.${result.id}`)
	);
	return [sum('total', totals), sum('decided', totals, pending), sum('parts', parts)];
}

const DOCUMENTS: Record<Layout, Readonly<Record<string, readonly string[]>>> = {
	'2021': {
		issued: ['issued'],
		repealed: ['repealed'],
		in_force: ['in_force'],
		published: ['issued', 'in_force']
	},
	'2019': {
		issued: ['made', 'published'],
		repealed: [],
		in_force: ['total'],
		published: ['published', 'made', 'total']
	}
};

/** Every sum of the tables that figures of a kind may mean, the likeliest first (statute.md 2.7). */
export function sumsOf(kind: KindId, formats: Report['formats']): readonly Sum[] {
	const [name, first = '', second = ''] = kind.split(':');
	const other = outcomeCells('other', formats.t3);
	switch (name) {
		case 'received':
			return [
				sum('new', [NEW]),
				sum('new+carried_in', [NEW, CARRIED_IN]),
				sum('closed+carried_out', [CLOSED, CARRIED_OUT])
			];
		case 'handled':
			return [sum('new+carried_in', [NEW, CARRIED_IN]), sum('closed', [CLOSED]), sum('new', [NEW])];
		case 'closed':
			return [sum('closed', [CLOSED]), sum('closed-other', [CLOSED], other)];
		case 'requests':
			return [sum('new', [NEW]), sum('new+carried_in', [NEW, CARRIED_IN]), sum('closed', [CLOSED])];
		case 'carried_in':
			return [sum('carried_in', [CARRIED_IN])];
		case 'carried_out':
			return [sum('carried_out', [CARRIED_OUT])];
		case 'granted_partial':
			return [sum('granted+partial', ['t3.granted.total', 't3.partial.total'])];
		case 'outcome':
			return [sum(first, outcomeCells(first, formats.t3))];
		case 'row':
			return [sum(first, [`t3.${first}.total`])];
		case 'applicant':
			return applicantSums(first);
		case 'result': {
			const cells = (DISPUTES_OF[first] ?? []).map((group): CellKey => `t4.${group}.${second}`);
			return [sum(second, cells)];
		}
		case 'rules':
		case 'normative':
			return (DOCUMENTS[layoutOr2021(formats.t2)][first] ?? []).map((column) => sum(column, [`t2.${name}.${column}`]));
		case 'decisions':
			return [sum('decisions', [`t2.${first}.decisions`])];
		default:
			return disputeSums(name ?? '');
	}
}

/** The table whose figures a kind speaks of. */
export function tableOf(kind: KindId): TableId {
	const [name = ''] = kind.split(':');
	if (name === 'rules' || name === 'normative' || name === 'decisions') return 't2';
	return name === 'result' || name in DISPUTES_OF ? 't4' : 't3';
}

export const OUTCOME_KINDS: readonly KindId[] = [
	...OUTCOME_GROUPS.map((group): KindId => `outcome:${group.id}`),
	'granted_partial'
];
