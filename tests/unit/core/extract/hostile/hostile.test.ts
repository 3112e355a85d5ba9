import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../../../../src/lib/core/form/index.ts';
import { figuresOf, judge, pageText, paperOf, reportsIn } from './papers.ts';
import { PAGES, READ_WHOLE } from './pages.ts';
import { FOURS } from './table-four.ts';
import { TEXTS } from './texts.ts';

const scattered = (index: number): number => (index * 2654435761) >>> 7;

/** Which cells are left blank: a blank among figures is what shifts them. */
const BLANKS: Readonly<Record<string, (key: string, index: number) => boolean>> = {
	'no cell blank': () => false,
	'half blank': (_, index) => scattered(index) % 2 === 0,
	'most blank': (_, index) => scattered(index) % 6 !== 0
};
const PAPERS = LAYOUTS.flatMap((layout) =>
	Object.entries(BLANKS).map(([name, blank]) => {
		const figures = figuresOf(layout, blank);
		return { layout, name, figures, paper: paperOf(figures, layout) };
	})
);
const FILLED = PAPERS.filter(({ name }) => name === 'no cell blank');

describe('a page with a table of its own kind', () => {
	it.each(Object.entries(PAGES))('%s: every figure is where it is printed, or declared', async (_, page) => {
		for (const { layout, name, figures, paper } of PAPERS) {
			const { wrong, silent } = judge(await reportsIn(page(paper)), figures, layout);
			expect({ layout, name, wrong, silent }).toEqual({ layout, name, wrong: [], silent: [] });
		}
	});

	it.each(READ_WHOLE)('%s: read without a doubt', async (name) => {
		for (const { layout, figures, paper } of FILLED) {
			const page = PAGES[name];
			const { declared } = judge(await reportsIn(page?.(paper) ?? ''), figures, layout);
			expect({ layout, declared }).toEqual({ layout, declared: 0 });
		}
	});
});

describe('a table that a program made text of', () => {
	it.each(Object.entries(TEXTS))('%s: every figure is where it is printed, or declared', async (_, render) => {
		for (const { layout, name, figures, paper } of PAPERS) {
			const text = pageText(render(paper.t2), render(paper.t3), render(paper.t4));
			const { wrong, silent } = judge(await reportsIn(text), figures, layout);
			expect({ layout, name, wrong, silent }).toEqual({ layout, name, wrong: [], silent: [] });
		}
	});
});

describe('table four set out in another way, as text', () => {
	const render = TEXTS['copied from a browser (tabs, own cells)'];
	it.each(
		Object.entries(FOURS).flatMap(([name, write]) =>
			Object.entries({ tabs: '\t', bars: ' | ', lines: '\n', spaces: '  ' }).map(
				([by, gap]) => [name, by, gap, write] as const
			)
		)
	)('%s, parted by %s', async (_, __, gap, write) => {
		const { figures, paper, layout } = FILLED[0] as (typeof PAPERS)[number];
		const values = paper.t4.rows.at(-1)?.cells.map((cell) => cell.text) ?? [];
		const text = pageText(render?.(paper.t2) ?? '', render?.(paper.t3) ?? '', write(values, gap));
		const { wrong, silent } = judge(await reportsIn(text), figures, layout);
		expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
	});
});
