import { describe, expect, it } from 'vitest';
import { formCell, LAYOUTS } from '../../../../src/lib/core/form/index.ts';
import { cellsOfMeasure, INDICATOR_GROUPS, INDICATORS } from '../../../../src/lib/core/indicators/index.ts';
import type { CellMeasure, Indicator, Measure } from '../../../../src/lib/core/indicators/index.ts';
import { SUQIAN_2023 } from './suqian-2023.ts';

const measuresOf = ({ numerator, denominator }: Indicator): Measure[] =>
	denominator === null ? [numerator] : [numerator, denominator];
const cellMeasures = (one: Indicator): CellMeasure[] =>
	measuresOf(one).flatMap((measure) =>
		measure.kind === 'checks' ? [] : [measure.kind === 'reports' ? measure.of : measure]
	);

describe.each(INDICATORS.map((one) => [one.id, one] as const))('%s', (id, one) => {
	it('has names, help and a group in both languages', () => {
		for (const text of [one.names.zh, one.names.en, one.help.zh, one.help.en, one.bridge.note.zh, one.bridge.note.en])
			expect(text.trim()).not.toBe('');
		expect(one.help.zh).toMatch(/。$/u);
		expect(one.help.en).toMatch(/\.$/u);
		expect(Object.keys(INDICATOR_GROUPS)).toContain(one.group);
	});

	it('rests on cells that the form has in that layout', () => {
		for (const { terms } of cellMeasures(one))
			for (const layout of LAYOUTS)
				for (const { cell } of terms[layout] ?? []) expect(formCell(cell)?.layouts, cell).toContain(layout);
		if (one.group !== 'quality') expect(one.tables.length).toBeGreaterThan(0);
	});

	it('has a unit that its cells have', () => {
		const units = new Set(
			measuresOf(one)
				.flatMap(cellsOfMeasure)
				.map((cell) => formCell(cell)?.unit)
		);
		if (one.unit === 'wan_yuan') expect([...units]).toEqual(['wan_yuan']);
		else expect([...units].filter((unit) => unit !== 'piece')).toEqual([]);
	});

	it('says its denominator and from where on a rate is certain, or has neither', () => {
		if (one.denominator === null) expect([one.of, one.least, one.better, one.part]).toEqual([null, null, null, false]);
		else {
			expect(one.of?.zh && one.of.en).toBeTruthy();
			expect(one.least).toBeGreaterThanOrEqual(10);
		}
	});

	it('is never joined over a layout that cannot give it', () => {
		const lacks = cellMeasures(one).some(({ terms }) => LAYOUTS.some((layout) => terms[layout] === null));
		if (lacks) expect(one.bridge.how).toBe('never');
		if (one.bridge.how === 'never') expect(lacks).toBe(true);
	});

	it('has a case worked out by hand', () => {
		expect(Object.keys(SUQIAN_2023)).toContain(id);
	});
});

it('ids are unique, and every case is of an indicator', () => {
	const ids = INDICATORS.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(Object.keys(SUQIAN_2023).filter((id) => !ids.includes(id))).toEqual([]);
});

it('names are unique in each language', () => {
	for (const language of ['zh', 'en'] as const)
		expect(new Set(INDICATORS.map(({ names }) => names[language])).size).toBe(INDICATORS.length);
});
