import { LAYOUTS } from '../core/form/index.ts';
import type { Layout, Names } from '../core/form/index.ts';
import { cellsOfMeasure } from '../core/indicators/index.ts';
import type { Indicator, IndicatorUnit, Interval, Measure, Term } from '../core/indicators/index.ts';
import type { Locale } from './locale.ts';
import { formatNumber, formatShare, UNDEFINED_MARK } from './numbers.ts';

export const INDICATOR_UNITS = {
	piece: { zh: '件', en: 'cases' },
	wan_yuan: { zh: '万元', en: '10,000 yuan' },
	percent: { zh: '%', en: '%' },
	per_hundred: { zh: '每百件', en: 'per 100' },
	ratio: { zh: '倍', en: 'ratio' }
} as const satisfies Record<IndicatorUnit, Names>;

/** The value of an indicator with its unit's own precision: a share in per cent with one decimal. */
export function formatIndicator({ unit }: Indicator, value: number | null): string {
	if (value === null) return UNDEFINED_MARK;
	if (unit === 'percent') return formatShare(value, 1);
	return unit === 'per_hundred' || unit === 'ratio' ? formatNumber(Math.round(value * 100) / 100) : formatNumber(value);
}

/** 2.6–6.5%, the interval of a share. */
export function formatInterval({ low, high }: Interval): string {
	return `${formatShare(low, 1).replace('%', '')}–${formatShare(high, 1)}`;
}

/** What an indicator counts and of what, with its unit: % of requests closed. */
export function unitWords({ unit, of }: Indicator, locale: Locale): string {
	const name = INDICATOR_UNITS[unit][locale];
	if (of === null) return name;
	if (locale === 'zh') return unit === 'percent' ? `占${of.zh}的%` : `${name}，分母为${of.zh}`;
	const joint = { ratio: ' to ', per_hundred: ' ', percent: ' of ', piece: ' of ', wan_yuan: ' of ' } as const;
	return `${name}${joint[unit]}${of.en}`;
}

function termsText(terms: readonly Term[]): string {
	return terms
		.map(({ cell, sign }, index) => `${sign < 0 ? (index > 0 ? ' − ' : '−') : index > 0 ? ' + ' : ''}${cell}`)
		.join('');
}

const LAYOUT_WORDS: Readonly<Record<Layout, Names>> = {
	'2019': { zh: '2019版', en: 'layout 2019' },
	'2021': { zh: '2021版', en: 'layout 2021' }
};
const NONE: Names = { zh: '无', en: 'none' };

/** A measure as a formula of cells; both layouts apart where they differ. */
export function measureText(measure: Measure, locale: Locale): string {
	if (measure.kind === 'checks') return measure.verdicts.map((verdict) => `checks_${verdict}`).join(' + ');
	if (measure.kind === 'reports') {
		const cell = cellsOfMeasure(measure).join(', ');
		if (locale === 'zh') return measure.which === 'zero' ? `${cell} 为 0 的报告数` : `给出 ${cell} 的报告数`;
		return measure.which === 'zero' ? `reports with ${cell} = 0` : `reports that give ${cell}`;
	}
	const texts = LAYOUTS.map((layout) => {
		const terms = measure.terms[layout];
		return { layout, text: terms === null ? NONE[locale] : termsText(terms) };
	});
	const [first] = texts;
	if (first && texts.every(({ text }) => text === first.text)) return first.text;
	return texts.map(({ layout, text }) => `${LAYOUT_WORDS[layout][locale]}: ${text}`).join('; ');
}

/** The whole formula. */
export function formulaText({ numerator, denominator, unit }: Indicator, locale: Locale): string {
	const above = measureText(numerator, locale);
	if (denominator === null) return above;
	const factor = unit === 'per_hundred' ? '100 × ' : '';
	return `${factor}(${above}) ÷ (${measureText(denominator, locale)})`;
}
