import type { Comparability, Names } from '../../src/lib/core/form/index.ts';
import { INDICATOR_GROUPS, INDICATORS } from '../../src/lib/core/indicators/index.ts';
import type { Indicator, IndicatorGroupId } from '../../src/lib/core/indicators/index.ts';
import { formulaText, INDICATOR_UNITS } from '../../src/lib/format/indicators.ts';
import { markdownTable, renew } from './generated.ts';
import type { GeneratedDoc } from './generated.ts';

// `node scripts/docs/indicators.ts` writes the generated part of docs/indicators.md anew from the registry.

const HOW: Readonly<Record<Comparability, string>> = { yes: 'yes', with_care: 'with care', never: 'never' };

const both = ({ zh, en }: Names): string => `${zh} / ${en}`;

function rowOf(one: Indicator): string[] {
	return [
		`\`${one.id}\``,
		one.names.zh,
		one.names.en,
		INDICATOR_UNITS[one.unit].en,
		`\`${formulaText(one, 'en')}\``,
		HOW[one.bridge.how],
		one.least === null ? '–' : String(one.least),
		one.better ?? '–',
		one.articles ?? '–'
	];
}

function groupOf(id: IndicatorGroupId): string {
	const own = INDICATORS.filter(({ group }) => group === id);
	const notes = own.map((one) => {
		const bridge = one.bridge.how === 'yes' ? '' : ` ${both(one.bridge.note)}.`;
		const precedent = one.precedent === null ? '' : ` ${both(one.precedent)}.`;
		return `- \`${one.id}\`: ${one.help.zh} ${one.help.en}${bridge}${precedent}`;
	});
	return [
		`### ${both(INDICATOR_GROUPS[id])}`,
		'',
		markdownTable(
			['id', '名称', 'name', 'unit', 'formula', '2020 → 2021', 'least', 'better', 'articles'],
			own.map(rowOf)
		),
		'',
		...notes
	].join('\n');
}

export const INDICATOR_DOC: GeneratedDoc = {
	path: 'docs/indicators.md',
	parts: () => ({ indicators: (Object.keys(INDICATOR_GROUPS) as IndicatorGroupId[]).map(groupOf).join('\n\n') })
};

if (import.meta.main) await renew(INDICATOR_DOC);
