import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import type { Comparability, Names } from '../src/lib/core/form/index.ts';
import { INDICATOR_GROUPS, INDICATORS } from '../src/lib/core/indicators/index.ts';
import type { Indicator, IndicatorGroupId } from '../src/lib/core/indicators/index.ts';
import { formulaText, INDICATOR_UNITS } from '../src/lib/format/indicators.ts';

// `node scripts/indicator-docs.ts` writes the generated part of docs/indicators.md anew from the registry.

export const INDICATOR_DOC = 'docs/indicators.md';

const HOW: Readonly<Record<Comparability, string>> = { yes: 'yes', with_care: 'with care', never: 'never' };

function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
	return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

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

/** The text with its generated part, between `<!-- generated: indicators -->` and `<!-- end -->`, written anew. */
export async function renewIndicatorDoc(text: string): Promise<string> {
	const part = (Object.keys(INDICATOR_GROUPS) as IndicatorGroupId[]).map(groupOf).join('\n\n');
	const renewed = text.replace(
		/(<!-- generated: indicators -->\n)[\s\S]*?(<!-- end -->)/u,
		(_, start: string, end: string) => `${start}\n${part}\n\n${end}`
	);
	return format(renewed, { ...(await resolveConfig(INDICATOR_DOC)), filepath: INDICATOR_DOC });
}

if (import.meta.main) await writeFile(INDICATOR_DOC, await renewIndicatorDoc(await readFile(INDICATOR_DOC, 'utf8')));
