import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CellKey } from '../../../src/lib/core/form/index.ts';
import { checkCase, madeCase } from '../../../scripts/accuracy/cases.ts';
import { corpus, numberedYears } from '../../../scripts/synthesize/corpus.ts';
import type { CorpusOptions } from '../../../scripts/synthesize/corpus.ts';
import { plainFigure } from '../../../scripts/synthesize/draft.ts';
import type { Mutation } from '../../../scripts/synthesize/draft.ts';
import { ERROR_KINDS, brokenIdentities } from '../../../scripts/synthesize/errors.ts';
import type { MadeReport } from '../../../scripts/synthesize/make-report.ts';
import { makeReport } from '../../../scripts/synthesize/make-report.ts';
import { MUTATIONS, readRates } from '../../../scripts/synthesize/mutations/registry.ts';
import { SMALL_SIZES } from '../../../scripts/synthesize/world/world.ts';
import { writeCorpus } from '../../../scripts/synthesize/write-corpus.ts';

const options = (changed: Partial<CorpusOptions> = {}): CorpusOptions => ({
	seed: 'test',
	years: [2019, 2025],
	sizes: SMALL_SIZES,
	agencies: Infinity,
	reports: 60,
	kinds: ['html', 'txt', 'md', 'csv'],
	mutations: readRates('none', MUTATIONS),
	errors: readRates('none', ERROR_KINDS),
	...changed
});

async function made(changed: Partial<CorpusOptions> = {}): Promise<MadeReport[]> {
	const reports: MadeReport[] = [];
	for await (const report of corpus(options(changed))) reports.push(report);
	return reports;
}

describe('a corpus', () => {
	it('has the same bytes for the same seed, in every kind', async () => {
		const changed: Partial<CorpusOptions> = {
			reports: 40,
			kinds: ['html', 'docx', 'xlsx', 'txt', 'md', 'csv'],
			mutations: readRates('all', MUTATIONS),
			errors: readRates('default', ERROR_KINDS)
		};
		const [first, second] = [await made(changed), await made(changed)];
		expect(second.map(({ truth }) => truth)).toEqual(first.map(({ truth }) => truth));
		first.forEach(({ bytes }, index) =>
			expect(Buffer.compare(bytes, second[index]?.bytes ?? new Uint8Array())).toBe(0)
		);
		const other = await made({ ...changed, seed: 'other' });
		expect(other.map(({ truth }) => truth.agency)).not.toEqual(first.map(({ truth }) => truth.agency));
	});

	it('makes one report alone as it makes it among others', async () => {
		const all = await made({ mutations: readRates('all', MUTATIONS) });
		const [alone] = await made({ mutations: readRates('all', MUTATIONS), only: 37 });
		expect(alone?.truth).toEqual(all[37]?.truth);
		expect(alone?.bytes).toEqual(all[37]?.bytes);
	});

	it('knows as truth the figures of the agency where nothing strays', async () => {
		const years = [...numberedYears(options())];
		const reports = await made();
		reports.forEach(({ truth }, index) => {
			const counts = years[index]?.of.counts;
			expect(truth.cells['t3.new.total']).toEqual(plainFigure(counts?.total('new') ?? NaN));
			expect(truth.cells['t2.penalty.decisions']).toEqual(plainFigure(counts?.get('t2.penalty.decisions') ?? NaN));
			expect(truth.broken).toEqual([]);
			expect(Object.keys(truth.cells)).toHaveLength(truth.year < 2021 ? 22 + 161 + 15 : 10 + 175 + 15);
			for (const { cells, value } of truth.prose)
				expect(cells.reduce((sum, key) => sum + (truth.cells[key]?.v ?? NaN), 0)).toBe(value);
		});
	});

	it('prints no name of a real place', async () => {
		for (const { bytes } of await made({ kinds: ['md'] }))
			expect(new TextDecoder().decode(bytes)).not.toMatch(/北京|上海|江苏|浙江|广东|柳州|淮安|宿迁|武汉/u);
	});
});

const YEARS = [...numberedYears(options({ reports: 160 }))];
const SOUND = made({ reports: 150, kinds: ['html'] });

const rateOf = (name: string): ReturnType<typeof readRates> => readRates(`none,${name}=1`, MUTATIONS);

describe.each(MUTATIONS.map((mutation): [string, Mutation] => [mutation.name, mutation]))(
	'mutation %s',
	(name, mutation) => {
		it('changes reports that it fits, and is named in their truth', async () => {
			const kinds = mutation.kinds?.filter((kind) => kind !== 'pdf' && kind !== 'docx') ?? ['html', 'txt', 'md', 'csv'];
			let befallen = 0;
			let changed = false;
			for (const { of, previous, index } of YEARS) {
				const straying = await makeReport(of, previous, index, options({ kinds: [...kinds], mutations: rateOf(name) }));
				if (!straying.truth.mutations.includes(name)) continue;
				befallen += 1;
				const plain = await makeReport(of, previous, index, options({ kinds: [...kinds] }));
				changed = Buffer.compare(plain.bytes, straying.bytes) !== 0;
				if (changed) break;
			}
			expect(befallen).toBeGreaterThan(0);
			expect(changed).toBe(true);
		});

		it('names a section of variations.md and a rate', () => {
			expect(mutation.section).toMatch(/^[1-8]$/u);
			expect(mutation.rate).toBeGreaterThan(0);
			expect(mutation.rate).toBeLessThanOrEqual(0.5);
			expect(MUTATIONS.filter((other) => other.name === name)).toHaveLength(1);
			expect([mutation.draft, mutation.blocks, mutation.text].some((hook) => hook !== undefined)).toBe(true);
		});
	}
);

describe.each(ERROR_KINDS.map((kind) => [kind.name, kind] as const))('error %s', (name, kind) => {
	it('is printed, told with the true value, and breaks an identity where it is hard', async () => {
		const errors = readRates(`none,${name}=1`, ERROR_KINDS);
		const reports = await made({ reports: 150, errors, kinds: ['html'] });
		const faulty = reports.filter(({ truth }) => truth.errors.length > 0);
		expect(faulty.length).toBeGreaterThan(0);
		const sound = await SOUND;
		for (const { truth } of faulty.slice(0, 20)) {
			const [error] = truth.errors;
			expect(error?.name).toBe(name);
			const changed = Object.entries(error?.cells ?? {});
			for (const [key, cell] of changed) {
				if (cell === undefined) continue;
				expect(truth.cells[key as CellKey]).toEqual(plainFigure(cell.printed));
				expect(sound[truth.index]?.truth.cells[key as CellKey]).toEqual(plainFigure(cell.true));
			}
			if (kind.hard) expect(truth.broken.length).toBeGreaterThan(0);
			else expect(truth.broken).toEqual([]);
			expect(changed.length > 0 || error?.prose !== undefined || kind.formats !== undefined).toBe(true);
		}
	});
});

it('tells a sound report from one whose sums do not hold', () => {
	const formats = { t2: null, t3: null, t4: '2021' } as const;
	const values = new Map<CellKey, number>([
		['t4.review.upheld', 2],
		['t4.review.total', 2]
	]);
	expect(brokenIdentities(values, formats)).toEqual([]);
	values.set('t4.review.total', 0);
	expect(brokenIdentities(values, formats)).toEqual(['t4-sum review']);
});

describe('rates', () => {
	it('are read from names and numbers', () => {
		const known = [
			{ name: 'a', rate: 0.1 },
			{ name: 'b', rate: 0.01 }
		];
		expect([...readRates('default', known)]).toEqual([
			['a', 0.1],
			['b', 0.01]
		]);
		expect([...readRates('none,b=0.5', known)]).toEqual([
			['a', 0],
			['b', 0.5]
		]);
		expect(readRates('all', known).get('b')).toBe(0.08);
		expect(() => readRates('c=0.5', known)).toThrow('unknown name: c');
		expect(() => readRates('a=2', known)).toThrow('not a rate from 0 to 1: 2');
	});
});

describe('a corpus on disk', () => {
	async function folder(): Promise<string> {
		const path = await mkdtemp(join(tmpdir(), 'gongkai-synthesize-'));
		onTestFinished(() => rm(path, { recursive: true, force: true }));
		return path;
	}

	it('has a line of truth and a row of the manifest for each file', async () => {
		const out = await folder();
		const written = await writeCorpus({ ...options({ agencies: 6 }), missing: 0.2, out });
		const truths = (await readFile(join(out, 'truth.jsonl'), 'utf8'))
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as { file?: string; unpublished?: true });
		const rows = Papa.parse<{ file: string }>((await readFile(join(out, 'reports/manifest.csv'), 'utf8')).trim(), {
			header: true
		}).data;
		const files = truths.flatMap(({ file }) => file ?? []);
		expect(files).toHaveLength(written.reports);
		expect(rows.map(({ file }) => file)).toEqual(files);
		expect(truths.filter(({ unpublished }) => unpublished)).toHaveLength(written.unpublished);
		expect(written.unpublished).toBeGreaterThan(0);
		for (const file of files) expect(existsSync(join(out, 'reports', file))).toBe(true);
	});

	it('does not write over what it has not written', async () => {
		const out = await folder();
		await writeFile(join(out, 'thesis.docx'), 'x');
		await expect(writeCorpus({ ...options({ agencies: 1 }), missing: 0, out })).rejects.toThrow(
			'folder holds other files'
		);
		expect(await readdir(out)).toEqual(['thesis.docx']);
	});
});

it('reads every cell of HTML, bars and Markdown that follow the form', async () => {
	for (const report of await made({ reports: 80, kinds: ['html', 'md'] })) {
		if (report.truth.shape.kind === 'markdown' && report.truth.shape.header === 'lost') continue;
		const { outcome } = await checkCase(madeCase(report));
		expect([outcome.wrong, outcome.silent, outcome.declared]).toEqual([[], [], 0]);
	}
});

/** Names and years are left to `npm run accuracy`. */
const cellsOf = (wrong: readonly string[]): string[] => wrong.filter((line) => !/^(?:agency|year):/u.test(line));

it.each(['default', 'all'])(
	'gives no wrong cell and leaves none out in silence, whatever strays: %s',
	async (rates) => {
		const reports = await made({
			seed: `round ${rates}`,
			reports: 150,
			kinds: ['html', 'txt', 'md', 'csv', 'xlsx'],
			mutations: readRates(rates, MUTATIONS),
			errors: readRates('default', ERROR_KINDS)
		});
		for (const report of reports) {
			const { outcome } = await checkCase(madeCase(report));
			const { index, shape, mutations } = report.truth;
			expect({ index, shape, mutations, wrong: cellsOf(outcome.wrong), silent: outcome.silent }).toMatchObject({
				wrong: [],
				silent: []
			});
		}
	}
);
