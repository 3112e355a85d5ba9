import { coveredSlots } from '../../../../../scripts/synthesize/printed-table.ts';
import type { PrintedCell, PrintedTable } from '../../../../../scripts/synthesize/printed-table.ts';

type Render = (table: PrintedTable) => string;

const own = (table: PrintedTable): string[][] => table.rows.map(({ cells }) => cells.map((cell) => cell.text));
const slots = (table: PrintedTable, merged: 'blank' | 'repeated'): string[][] =>
	table.rows.map((_, row) => {
		const seen = new Set<PrintedCell>();
		return coveredSlots(table, row).map((cell, col) => {
			if (!cell) return '';
			const first = cell.row === row && cell.col === col;
			seen.add(cell);
			return first || merged === 'repeated' ? cell.text : '';
		});
	});
const ruled = (rows: string[][], width: number): string => {
	const wide = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0);
	const widths = Array.from({ length: width }, (_, col) => Math.max(1, ...rows.map((row) => wide(row[col] ?? ''))));
	const rule = (mark: string): string => `+${widths.map((w) => mark.repeat(w + 2)).join('+')}+`;
	const line = (row: string[]): string =>
		`|${widths.map((w, col) => ` ${row[col] ?? ''}${' '.repeat(w - wide(row[col] ?? ''))} `).join('|')}|`;
	return [rule('-'), ...rows.flatMap((row, index) => [line(row), rule(index === 0 ? '=' : '-')])].join('\n');
};
const pipes = (rows: string[][], rule = true): string =>
	rows
		.flatMap((row, index) => [
			`| ${row.join(' | ')} |`,
			...(rule && index === 0 ? [`|${row.map(() => ' --- ').join('|')}|`] : [])
		])
		.join('\n');

/** Ways in which programs turn a table into text. */
export const TEXTS: Readonly<Record<string, Render>> = {
	'copied from a browser (tabs, own cells)': (t) =>
		own(t)
			.map((row) => row.join('\t'))
			.join('\n'),
	'copied from a browser, trailing tab': (t) =>
		own(t)
			.map((row) => row.map((c) => `${c}\t`).join(''))
			.join('\n'),
	'pasted in a sheet and out (tabs, all slots)': (t) =>
		slots(t, 'blank')
			.map((row) => row.join('\t'))
			.join('\n'),
	'tabs, merged repeated': (t) =>
		slots(t, 'repeated')
			.map((row) => row.join('\t'))
			.join('\n'),
	turndown: (t) => pipes(own(t)),
	'turndown without rule': (t) => pipes(own(t), false),
	'pipes all slots': (t) => pipes(slots(t, 'blank')),
	'pipes merged repeated': (t) => pipes(slots(t, 'repeated')),
	'pandoc grid': (t) => ruled(slots(t, 'blank'), t.width),
	html2text: (t) =>
		own(t)
			.map((row, i) => row.join(' | ') + (i === 0 ? `\n${row.map(() => '---').join('|')}` : ''))
			.join('\n'),
	'html2text padded': (t) =>
		own(t)
			.map((row, i) => row.join('  | ') + (i === 0 ? `\n${row.map(() => '---').join('|')}` : ''))
			.join('\n'),
	'bars tight': (t) =>
		own(t)
			.map((row) => row.join('|'))
			.join('\n'),
	'bars slots tight': (t) =>
		slots(t, 'blank')
			.map((row) => row.join('|'))
			.join('\n'),
	'a cell a line': (t) => own(t).flat().join('\n'),
	'a cell a line, blanks dropped': (t) =>
		own(t)
			.flat()
			.filter((c) => c !== '')
			.join('\n'),
	'a cell a line, empty line between': (t) => own(t).flat().join('\n\n'),
	'a cell a line, empty line between, blanks dropped': (t) =>
		own(t)
			.flat()
			.filter((c) => c !== '')
			.join('\n\n'),
	'a cell a line, empty line between rows': (t) =>
		own(t)
			.map((row) => row.join('\n'))
			.join('\n\n'),
	'innerText of blocks in cells': (t) =>
		own(t)
			.map((row) => row.map((c) => `${c}\n\n`).join('\t'))
			.join('\n'),
	docx2txt: (t) =>
		own(t)
			.map((row) => row.join('\n\n'))
			.join('\n\n'),
	'all slots a line': (t) => slots(t, 'blank').flat().join('\n'),
	'all slots a line repeated': (t) => slots(t, 'repeated').flat().join('\n'),
	'single spaces': (t) =>
		own(t)
			.map((row) => row.join(' '))
			.join('\n'),
	'single spaces, blanks dropped': (t) =>
		own(t)
			.map((row) => row.filter((c) => c !== '').join(' '))
			.join('\n'),
	'wide spaces': (t) =>
		own(t)
			.map((row) => row.join('   '))
			.join('\n'),
	'one line of spaces': (t) =>
		own(t)
			.map((row) => row.join(' '))
			.join(' '),
	commas: (t) =>
		own(t)
			.map((row) => row.join(','))
			.join('\n'),
	'commas all slots': (t) =>
		slots(t, 'blank')
			.map((row) => row.join(','))
			.join('\n'),
	'commas with spaces': (t) =>
		own(t)
			.map((row) => row.join(', '))
			.join('\n'),
	'python lists': (t) =>
		slots(t, 'blank')
			.map((row) => `['${row.join("', '")}']`)
			.join('\n'),
	'pdfplumber None': (t) =>
		slots(t, 'blank')
			.map((row) => row.map((c) => (c === '' ? 'None' : c)).join('\t'))
			.join('\n'),
	'pandas to_string nan': (t) =>
		slots(t, 'blank')
			.map((row, i) => `${i} ${row.map((c) => (c === '' ? 'NaN' : c)).join('  ')}`)
			.join('\n'),
	'pandas to_csv index': (t) =>
		[
			',' + Array.from({ length: t.width }, (_, i) => i).join(','),
			...slots(t, 'repeated').map((row, i) => `${i},${row.join(',')}`)
		].join('\n'),
	'rst simple': (t) =>
		['=== '.repeat(t.width), ...slots(t, 'blank').map((row) => row.join('  ')), '=== '.repeat(t.width)].join('\n'),
	wiki: (t) =>
		`{|\n${own(t)
			.map((row) => `|-\n| ${row.join(' || ')}`)
			.join('\n')}\n|}`,
	'columns one after another': (t) =>
		Array.from({ length: t.width }, (_, col) =>
			slots(t, 'blank')
				.map((row) => row[col] ?? '')
				.filter((c) => c !== '')
				.join('\n')
		).join('\n'),
	'label colon figures': (t) =>
		own(t)
			.map((row) => {
				const at = row.findIndex((c) => /^[-\d.]*$/.test(c));
				return at > 0 ? `${row.slice(0, at).join(' ')}：${row.slice(at).join('，')}` : row.join(' ');
			})
			.join('\n'),
	'label colon figures、': (t) =>
		own(t)
			.map((row) => {
				const at = row.findIndex((c) => /^[-\d.]*$/.test(c));
				return at > 0 ? `${row.slice(0, at).join(' ')}：${row.slice(at).join('、')}` : row.join(' ');
			})
			.join('\n'),
	'fullwidth bars': (t) =>
		own(t)
			.map((row) => `｜${row.join('｜')}｜`)
			.join('\n'),
	'box drawn': (t) =>
		own(t)
			.map((row) => `│${row.join('│')}│`)
			.join('\n├───┼───┤\n'),
	'figures first (labels at end of row)': (t) =>
		own(t)
			.map((row) => [...row.filter((c) => /^[-\d.]*$/.test(c)), ...row.filter((c) => !/^[-\d.]*$/.test(c))].join('\t'))
			.join('\n'),
	'rows bottom up': (t) =>
		own(t)
			.reverse()
			.map((row) => row.join('\t'))
			.join('\n'),
	'right to left': (t) =>
		own(t)
			.map((row) => [...row].reverse().join('\t'))
			.join('\n'),
	'right to left bars': (t) =>
		own(t)
			.map((row) => [...row].reverse().join(' | '))
			.join('\n'),
	'labels then figures': (t) =>
		[
			...own(t)
				.flat()
				.filter((c) => !/^[-\d.]+$/.test(c)),
			...own(t)
				.flat()
				.filter((c) => /^[-\d.]+$/.test(c))
		].join('\n'),
	'figures then labels': (t) =>
		[
			...own(t)
				.flat()
				.filter((c) => /^[-\d.]+$/.test(c)),
			...own(t)
				.flat()
				.filter((c) => !/^[-\d.]+$/.test(c))
		].join('\n')
};
