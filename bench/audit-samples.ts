import type { YearsFacts } from '../src/lib/core/audit/index.ts';
import type { AttributedEntry } from '../src/lib/core/dataset/index.ts';
import type { Report } from '../src/lib/core/extract/report.ts';
import { APPLICANTS, RESULTS, formCells, tableThreeRows } from '../src/lib/core/form/index.ts';
import type { CellKey } from '../src/lib/core/form/index.ts';

const AGENCIES = 100;
const YEARS = [2021, 2022, 2023, 2024, 2025];

/** A small generator of the same numbers on every run. */
function randomFrom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state % below;
	};
}

function figuresOf(random: (below: number) => number): Map<CellKey, number> {
	const figures = new Map<CellKey, number>();
	const rows = tableThreeRows('2021');
	const outcomes = rows.filter((row) => row.group !== undefined);
	const columns = APPLICANTS.map((applicant) => applicant.id);
	for (const column of columns) {
		let closed = 0;
		for (const row of outcomes) {
			const value = random(6) === 0 ? random(90) : 0;
			closed += value;
			figures.set(`t3.${row.id}.${column}`, value);
		}
		const carriedOut = random(5);
		const carriedIn = Math.min(random(5), closed + carriedOut);
		figures.set(`t3.closed.${column}`, closed);
		figures.set(`t3.carried_out.${column}`, carriedOut);
		figures.set(`t3.carried_in.${column}`, carriedIn);
		figures.set(`t3.new.${column}`, closed + carriedOut - carriedIn);
	}
	for (const row of rows) {
		const total = columns.reduce((sum, column) => sum + (figures.get(`t3.${row.id}.${column}`) ?? 0), 0);
		figures.set(`t3.${row.id}.total`, total);
	}
	for (const dispute of ['review', 'suit_direct', 'suit_after_review']) {
		let total = 0;
		for (const result of RESULTS) {
			const value = result.id === 'total' ? total : random(4);
			figures.set(`t4.${dispute}.${result.id}`, value);
			total += value;
		}
	}
	for (const cell of formCells('t2', '2021')) figures.set(cell.key, cell.row === 'rules' ? 0 : random(3000));
	return figures;
}

function inventReport(random: (below: number) => number, year: number): Report {
	const figures = figuresOf(random);
	const keys = [...figures.keys()];
	const wrong = random(10) === 0 ? keys[random(keys.length)] : undefined;
	if (wrong !== undefined) figures.set(wrong, (figures.get(wrong) ?? 0) + 1);
	const cells = Object.fromEntries(
		[...figures].map(([key, v], index) => [key, { v, raw: String(v), at: { table: 1, row: index, col: 1 } }])
	);
	const received = figures.get('t3.new.total') ?? 0;
	const closed = figures.get('t3.closed.total') ?? 0;
	const text = `(二)依申请公开。${year}年,我局共收到政府信息公开申请${received}件,办结${closed}件,其中予以公开${figures.get('t3.granted.total') ?? 0}件。`;
	const report: Report = {
		file: 'invented.txt',
		reader: 'text',
		agency: '甲县乙局',
		year,
		title: null,
		formats: { t2: '2021', t3: '2021', t4: '2021' },
		cells,
		problems: [],
		sections: [{ id: 's1', heading: '一、总体情况', paragraphs: [{ line: 3, text }] }],
		copies: 1
	};
	return JSON.parse(JSON.stringify(report)) as Report;
}

/** An invented agency with its reports, with and without their prose, and as the build has them before it assembles. */
export interface Sample {
	readonly reports: readonly Report[];
	readonly bare: readonly Report[];
	readonly facts: YearsFacts;
	readonly entries: readonly AttributedEntry[];
}

function entryOf(report: Report, id: string): AttributedEntry {
	const year = report.year ?? 0;
	const places = { code: null, province: '虚省', city: '虚州市', county: '甲县', township: null };
	return {
		source: {
			...{ path: `${id}-${String(year)}.txt`, sha256: null, bytes: null },
			...{ reader: 'text', address: null, collected: null, published: null }
		},
		ordinal: 1,
		agencyName: '甲县乙局',
		year,
		attributed: {
			...{ report, year, scope: 'county_own', filedYear: null },
			agency: { id, name: '甲县乙局', ...places, level: 'county', type: 'department', family: 'finance' }
		},
		problems: []
	};
}

export function inventAgencies(): Sample[] {
	const random = randomFrom(20240131);
	return Array.from({ length: AGENCIES }, (_, index) => {
		const reports = YEARS.map((year) => inventReport(random, year));
		const bare = reports.map((report) => ({ ...report, sections: [] }));
		return {
			reports,
			bare,
			facts: { body: { level: 'county', type: 'department' } },
			entries: bare.map((report) => entryOf(report, `x-${String(index)}`))
		};
	});
}
