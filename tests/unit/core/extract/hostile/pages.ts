import type { PrintedCell, PrintedRow, PrintedTable } from '../../../../../scripts/synthesize/printed-table.ts';
import { TITLE, cellHtml, pageHtml, rowsHtml, tableHtml } from './papers.ts';
import type { Paper } from './papers.ts';

type Page = (paper: Paper) => string;

const figure = (cell: PrintedCell): boolean => cell.kind === 'figure';
const isData = (row: PrintedRow): boolean => row.cells.some(figure);
const shown =
	(show: (cell: PrintedCell) => string): Page =>
	({ t2, t3, t4 }) =>
		pageHtml(tableHtml(t2, show), tableHtml(t3, show), tableHtml(t4, show));
const figuresAs = (write: (text: string, cell: PrintedCell) => string): Page =>
	shown((cell) => cellHtml(figure(cell) ? { ...cell, text: write(cell.text, cell) } : cell));
const rowsAs =
	(change: (html: string, index: number, table: PrintedTable) => string): Page =>
	(paper) => {
		const table = (of: PrintedTable): string =>
			`<table>${rowsHtml(of)
				.map((row, index) => change(row, index, of))
				.join('')}</table>`;
		return pageHtml(table(paper.t2), table(paper.t3), table(paper.t4));
	};
const cutAt = (table: PrintedTable, at: number, header: boolean): string => {
	const rows = rowsHtml(table);
	const heads = table.rows.findIndex(isData);
	return `<table>${rows.slice(0, at).join('')}</table><p>— 3 —</p><table>${header ? rows.slice(0, heads).join('') : ''}${rows.slice(at).join('')}</table>`;
};
const without = (html: string, ...names: string[]): string =>
	names.reduce((text, name) => text.replaceAll(new RegExp(` ${name}="\\d+"`, 'gu'), ''), html);
/** A column more: `at` cells from the end where negative, else from the start; its heading reaches over all header rows. */
const insertColumn = (table: PrintedTable, at: number, head: string, text: (row: number) => string): string => {
	const heads = table.table === 't2' ? 1 : table.rows.findIndex(isData);
	const rows = table.rows.map((row, index) => {
		const cells = row.cells.map((cell) => cellHtml(cell));
		const isHead = table.table === 't2' ? row.cells.some(({ kind }) => kind === 'corner') : index === 0;
		if (!isHead && !isData(row)) return `<tr>${cells.join('')}</tr>`;
		const where = isHead && table.table !== 't2' ? (at < 0 ? cells.length : 0) : at < 0 ? cells.length + at + 1 : at;
		return `<tr>${cells.toSpliced(where, 0, isHead ? `<td rowspan="${heads}">${head}</td>` : `<td>${text(index)}</td>`).join('')}</tr>`;
	});
	return `<table>${rows.join('')}</table>`;
};

export const PAGES: Readonly<Record<string, Page>> = {
	plain: shown((cell) => cellHtml(cell)),
	'all th': shown((cell) => cellHtml(cell, 'th')),
	'no rowspan': ({ t2, t3, t4 }) =>
		pageHtml(without(tableHtml(t2), 'rowspan'), without(tableHtml(t3), 'rowspan'), without(tableHtml(t4), 'rowspan')),
	'no colspan': ({ t2, t3, t4 }) =>
		pageHtml(without(tableHtml(t2), 'colspan'), without(tableHtml(t3), 'colspan'), without(tableHtml(t4), 'colspan')),
	'no spans': ({ t2, t3, t4 }) =>
		pageHtml(
			without(tableHtml(t2), 'colspan', 'rowspan'),
			without(tableHtml(t3), 'colspan', 'rowspan'),
			without(tableHtml(t4), 'colspan', 'rowspan')
		),
	'results rowspan one too long': ({ t2, t3, t4 }) =>
		pageHtml(
			tableHtml(t2),
			tableHtml(t3).replace(/rowspan="(22|20)"/, (_, n) => `rowspan="${Number(n) + 1}"`),
			tableHtml(t4)
		),
	'results rowspan one too short': ({ t2, t3, t4 }) =>
		pageHtml(
			tableHtml(t2),
			tableHtml(t3).replace(/rowspan="(22|20)"/, (_, n) => `rowspan="${Number(n) - 1}"`),
			tableHtml(t4)
		),
	'denied rowspan one too long': ({ t2, t3, t4 }) =>
		pageHtml(tableHtml(t2), tableHtml(t3).replace('rowspan="8"', 'rowspan="9"'), tableHtml(t4)),
	'denied rowspan one too short': ({ t2, t3, t4 }) =>
		pageHtml(tableHtml(t2), tableHtml(t3).replace('rowspan="8"', 'rowspan="7"'), tableHtml(t4)),
	'corner colspan 2': ({ t2, t3, t4 }) =>
		pageHtml(tableHtml(t2), tableHtml(t3).replace('colspan="3"', 'colspan="2"'), tableHtml(t4)),
	'organisations colspan 4': ({ t2, t3, t4 }) =>
		pageHtml(tableHtml(t2), tableHtml(t3).replace('colspan="5"', 'colspan="4"'), tableHtml(t4)),
	'organisations colspan 6': ({ t2, t3, t4 }) =>
		pageHtml(tableHtml(t2), tableHtml(t3).replace('colspan="5"', 'colspan="6"'), tableHtml(t4)),
	'nested in layout table': ({ t2, t3, t4 }) =>
		pageHtml(
			`<table><tr><td>导航</td><td>${tableHtml(t2)}</td></tr></table>`,
			`<table><tr><td>${tableHtml(t3)}</td></tr></table>`,
			`<table><tr><td>${tableHtml(t4)}</td><td>5</td></tr></table>`
		),
	'one layout table round all': ({ t2, t3, t4 }) =>
		pageHtml(`<table><tr><td>${tableHtml(t2)}${tableHtml(t3)}</td></tr></table>`, '', tableHtml(t4)),
	'each figure in a table': figuresAs((text) => `<table><tr><td>${text}</td></tr></table>`),
	'figures in inputs': figuresAs((text) => `<input type="text" value="${text}">`),
	'figures in inputs without type': figuresAs((text) => `<input value='${text}' readonly>`),
	'figures in textareas': figuresAs((text) => `<textarea>${text}</textarea>`),
	'figures as pictures': figuresAs((text) => (text === '' ? '' : `<img src="${text}.png">`)),
	'hidden input beside': figuresAs((text) => `${text}<input type="hidden" value="7">`),
	'hidden span beside': figuresAs((text) => `<span style="display: none">9</span>${text}`),
	'visibility hidden': figuresAs((text) => `<span style="visibility:hidden">9</span>${text}`),
	'comments inside': figuresAs(
		(text) => `${text.slice(0, 1)}<!--[if !supportEmptyParas]-->${text.slice(1)}<!--[endif]-->`
	),
	spans: figuresAs((text) => [...text].map((c) => `<span lang="EN-US">${c}</span>`).join('')),
	'o:p': figuresAs((text) => `<p class="MsoNormal"><span>${text}</span><o:p></o:p></p>`),
	'zero width': figuresAs((text) => `\u200b${text.slice(0, 1)}\ufeff${text.slice(1)}\u00ad`),
	ensp: figuresAs((text) => `&ensp;&emsp;${text}&thinsp;&nbsp;`),
	'sup footnote': figuresAs((text) => (text === '' ? '' : `${text}<sup>1</sup>`)),
	sub: figuresAs((text) => (text === '' ? '' : `${text}<sub>2</sub>`)),
	'circled footnote': figuresAs((text) => (text === '' ? '' : `${text}①`)),
	'superscript digit': figuresAs((text) => (text === '' ? '' : `${text}²`)),
	'bracket footnote': figuresAs((text) => (text === '' ? '' : `${text}[1]`)),
	'last year in brackets': figuresAs((text) => (text === '' ? '' : `${text}（15）`)),
	struck: figuresAs((text) => (text === '' ? '' : `<s>5</s>${text}`)),
	deleted: figuresAs((text) => (text === '' ? '' : `<del>5</del>${text}`)),
	'line-through': figuresAs((text) =>
		text === '' ? '' : `<span style="text-decoration: line-through">5</span>${text}`
	),
	'two paragraphs': figuresAs((text) => (text === '' ? '' : `<p>${text}</p><p>4</p>`)),
	'broken in two lines': figuresAs((text) => (text === '' ? '' : `${text.slice(0, 1)}<br>${text.slice(1)}`)),
	'slash last year': figuresAs((text) => (text === '' ? '' : `${text}/12`)),
	percent: figuresAs((text) => (text === '' ? '' : `${text}%`)),
	wan: figuresAs((text) => (text === '' ? '' : `${text}万`)),
	ruby: figuresAs((text) => `<ruby>${text}<rt>3</rt></ruby>`),
	'title attribute': figuresAs((text) => `<span title="88">${text}</span>`),
	options: figuresAs((text) => `<select><option>1</option><option selected>${text}</option></select>`),
	buttons: figuresAs((text) => `<button>${text}</button>`),
	'tables cut with page number, head repeated': ({ t2, t3, t4 }) =>
		pageHtml(cutAt(t2, 6, false), cutAt(t3, 13, true), tableHtml(t4)),
	'tables cut with page number': ({ t2, t3, t4 }) => pageHtml(cutAt(t2, 5, false), cutAt(t3, 13, false), tableHtml(t4)),
	'head in its own table': ({ t2, t3, t4 }) => pageHtml(tableHtml(t2), cutAt(t3, 3, false), cutAt(t4, 3, false)),
	'each row a table': ({ t2, t3, t4 }) => {
		const each = (t: PrintedTable): string =>
			rowsHtml(t)
				.map((r) => `<table>${r}</table>`)
				.join('');
		return pageHtml(each(t2), each(t3), each(t4));
	},
	'index column': ({ t2, t3, t4 }) =>
		pageHtml(
			insertColumn(t2, 0, '序号', String),
			insertColumn(t3, 0, '序号', String),
			insertColumn(t4, 0, '序号', String)
		),
	'share column at the end': ({ t2, t3, t4 }) =>
		pageHtml(
			insertColumn(t2, -1, '占比', () => '12%'),
			insertColumn(t3, -1, '占比', () => '12%'),
			insertColumn(t4, -1, '占比', () => '12%')
		),
	'last year column at the end': ({ t2, t3, t4 }) =>
		pageHtml(
			insertColumn(t2, -1, '上年数', (i) => String(900 + i)),
			insertColumn(t3, -1, '上年总计', (i) => String(900 + i)),
			insertColumn(t4, -1, '上年', (i) => String(900 + i))
		),
	'last year column first': ({ t2, t3, t4 }) =>
		pageHtml(
			insertColumn(t2, 1, '上年数', (i) => String(900 + i)),
			insertColumn(t3, 0, '上年数', (i) => String(900 + i)),
			insertColumn(t4, 0, '上年', (i) => String(900 + i))
		),
	'last year decisions beside': ({ t2, t3, t4 }) =>
		pageHtml(
			insertColumn(t2, 1, '上年处理决定数量', (i) => String(900 + i)),
			tableHtml(t3),
			tableHtml(t4)
		),
	'nameless column at the end': ({ t2, t3, t4 }) =>
		pageHtml(
			insertColumn(t2, -1, '', (i) => String(900 + i)),
			insertColumn(t3, -1, '', (i) => String(900 + i)),
			insertColumn(t4, -1, '', (i) => String(900 + i))
		),
	'nameless column before figures': ({ t2, t3, t4 }) =>
		pageHtml(
			insertColumn(t2, 1, '', (i) => String(900 + i)),
			insertColumn(t3, 0, '', (i) => String(900 + i)),
			insertColumn(t4, 0, '', (i) => String(900 + i))
		),
	'note column': ({ t2, t3, t4 }) =>
		pageHtml(
			insertColumn(t2, -1, '备注', () => '无'),
			insertColumn(t3, -1, '备注', () => ''),
			insertColumn(t4, -1, '备注', () => '含上年结转')
		),
	'subtotal rows': ({ t2, t3, t4 }) =>
		pageHtml(
			tableHtml(t2),
			`<table>${rowsHtml(t3)
				.flatMap((row, i) => (i === 14 ? [row, `<tr><td>小计</td>${'<td>77</td>'.repeat(7)}</tr>`] : [row]))
				.join('')}</table>`,
			tableHtml(t4)
		),
	'subtotal rows 合计': ({ t2, t3, t4 }) =>
		pageHtml(
			tableHtml(t2),
			`<table>${rowsHtml(t3)
				.flatMap((row, i) => (i === 14 ? [row, `<tr><td>合计</td>${'<td>77</td>'.repeat(7)}</tr>`] : [row]))
				.join('')}</table>`,
			tableHtml(t4)
		),
	'subtotal rows 不予公开合计': ({ t2, t3, t4 }) =>
		pageHtml(
			tableHtml(t2),
			`<table>${rowsHtml(t3)
				.flatMap((row, i) => (i === 14 ? [row, `<tr><td>不予公开合计</td>${'<td>77</td>'.repeat(7)}</tr>`] : [row]))
				.join('')}</table>`,
			tableHtml(t4)
		),
	'desktop and mobile': ({ t2, t3, t4 }) =>
		pageHtml(tableHtml(t2).repeat(2), tableHtml(t3).repeat(2), tableHtml(t4).repeat(2)),
	'whole page twice': ({ t2, t3, t4 }) => pageHtml(tableHtml(t2), tableHtml(t3), tableHtml(t4)).repeat(2),
	'last year tables after': ({ t2, t3, t4 }) =>
		pageHtml(tableHtml(t2), tableHtml(t3), tableHtml(t4)) +
		'<p>附件：上年数据</p>' +
		[t2, t3, t4]
			.map((t) => tableHtml(t, (c) => cellHtml(figure(c) && c.text !== '' ? { ...c, text: `${c.text}9` } : c)))
			.join(''),
	'whole district before': ({ t2, t3, t4 }) =>
		pageHtml(
			'<p>全区情况</p>' +
				tableHtml(t2, (c) => cellHtml(figure(c) && c.text !== '' ? { ...c, text: `${c.text}9` } : c)) +
				'<p>本机关</p>' +
				tableHtml(t2),
			tableHtml(t3),
			tableHtml(t4)
		),
	'two rows in table four': ({ t2, t3, t4 }) => {
		const rows = rowsHtml(t4);
		return pageHtml(
			tableHtml(t2),
			tableHtml(t3),
			`<table>${rows.join('')}${(rows.at(-1) ?? '').replaceAll(/>(\d+)</gu, '>9$1<')}</table>`
		);
	},
	'table four with years': ({ t2, t3, t4 }) => {
		const rows = rowsHtml(t4);
		const last = rows.at(-1) ?? '';
		return pageHtml(
			tableHtml(t2),
			tableHtml(t3),
			`<table>${rows
				.slice(0, -1)
				.map((r, i) => r.replace('<tr>', i === 0 ? '<tr><td rowspan="3">年度</td>' : '<tr>'))
				.join(
					''
				)}${last.replace('<tr>', '<tr><td>2023年</td>')}${last.replace('<tr>', '<tr><td>2022年</td>').replaceAll(/>(\d+)</gu, '>9$1<')}</table>`
		);
	},
	'table four, a group a row': ({ t2, t3, t4 }) => {
		const f = t4.rows.at(-1)?.cells.map((c) => c.text) ?? [];
		const head = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
		const rows = ['行政复议', '未经复议直接起诉', '复议后起诉'].map(
			(g, i) =>
				`<tr><td>${g}</td>${f
					.slice(i * 5, i * 5 + 5)
					.map((x) => `<td>${x}</td>`)
					.join('')}</tr>`
		);
		return pageHtml(
			tableHtml(t2),
			tableHtml(t3),
			`<table><tr><td></td>${head.map((x) => `<td>${x}</td>`).join('')}</tr>${rows.join('')}</table>`
		);
	},
	'table four turned': ({ t2, t3, t4 }) => {
		const f = t4.rows.at(-1)?.cells.map((c) => c.text) ?? [];
		const head = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
		return pageHtml(
			tableHtml(t2),
			tableHtml(t3),
			`<table><tr><td>结果</td><td>行政复议</td><td>未经复议直接起诉</td><td>复议后起诉</td></tr>${head.map((h, i) => `<tr><td>${h}</td>${[0, 5, 10].map((g) => `<td>${f[g + i]}</td>`).join('')}</tr>`).join('')}</table>`
		);
	},
	'table four in three tables': ({ t2, t3, t4 }) => {
		const f = t4.rows.at(-1)?.cells.map((c) => c.text) ?? [];
		const head = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
		return pageHtml(
			tableHtml(t2),
			tableHtml(t3),
			['行政复议', '未经复议直接起诉', '复议后起诉']
				.map(
					(g, i) =>
						`<table><tr><td colspan="5">${g}</td></tr><tr>${head.map((h) => `<td>${h}</td>`).join('')}</tr><tr>${f
							.slice(i * 5, i * 5 + 5)
							.map((x) => `<td>${x}</td>`)
							.join('')}</tr></table>`
				)
				.join('')
		);
	},
	'table four, two rows a group': ({ t2, t3, t4 }) => {
		const f = t4.rows.at(-1)?.cells.map((c) => c.text) ?? [];
		const head = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
		return pageHtml(
			tableHtml(t2),
			tableHtml(t3),
			`<table>${['行政复议', '未经复议直接起诉', '复议后起诉']
				.map(
					(g, i) =>
						`<tr><td rowspan="2">${g}</td>${head.map((h) => `<td>${h}</td>`).join('')}</tr><tr>${f
							.slice(i * 5, i * 5 + 5)
							.map((x) => `<td>${x}</td>`)
							.join('')}</tr>`
				)
				.join('')}</table>`
		);
	},
	'table three turned': ({ t2, t3, t4 }) => {
		const data = t3.rows.filter(isData);
		const labels = data.map((r) => r.cells.filter((c) => c.kind === 'label').at(-1)?.text ?? '');
		const fig = data.map((r) => r.cells.filter(figure).map((c) => c.text));
		const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
		return pageHtml(
			tableHtml(t2),
			`<table><tr><td>申请人情况</td>${labels.map((l) => `<td>${l}</td>`).join('')}</tr>${heads.map((h, i) => `<tr><td>${h}</td>${fig.map((r) => `<td>${r[i]}</td>`).join('')}</tr>`).join('')}</table>`,
			tableHtml(t4)
		);
	},
	'table three turned, blank corner': ({ t2, t3, t4 }) => {
		const data = t3.rows.filter(isData);
		const labels = data.map((r) => r.cells.filter((c) => c.kind === 'label').at(-1)?.text ?? '');
		const fig = data.map((r) => r.cells.filter(figure).map((c) => c.text));
		const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
		return pageHtml(
			tableHtml(t2),
			`<table><tr>${labels.map((l) => `<td>${l}</td>`).join('')}</tr>${heads.map((_, i) => `<tr>${fig.map((r) => `<td>${r[i]}</td>`).join('')}</tr>`).join('')}</table>`,
			tableHtml(t4)
		);
	},
	'table three in two, by applicants': ({ t2, t3, t4 }) => {
		const part = (keep: (index: number) => boolean): string =>
			`<table>${t3.rows
				.map((r, row) => {
					let n = -1;
					return `<tr>${r.cells
						.filter((c) => {
							if (figure(c)) {
								n += 1;
								return keep(n);
							}
							if (c.kind === 'heading') {
								const at = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'].indexOf(
									c.text
								);
								return at < 0 ? row < 1 : keep(at);
							}
							return true;
						})
						.map((c) => cellHtml(c.kind === 'heading' ? { ...c, rowSpan: 1, colSpan: 1 } : c))
						.join('')}</tr>`;
				})
				.join('')}</table>`;
		return pageHtml(tableHtml(t2), part((i) => i < 3) + part((i) => i >= 3), tableHtml(t4));
	},
	'total first in table three': ({ t2, t3, t4 }) => {
		const order = (row: PrintedRow): PrintedCell[] => {
			const f = row.cells.filter(figure);
			const l = row.cells.filter((c) => !figure(c));
			if (f.length) return [...l, ...f.slice(-1), ...f.slice(0, -1)];
			const tot = l.filter((c) => c.text === '总计');
			return tot.length ? [...tot, ...l.filter((c) => c.text !== '总计')] : l;
		};
		return pageHtml(
			tableHtml(t2),
			`<table>${t3.rows
				.map(
					(r) =>
						`<tr>${order(r)
							.map((c) => cellHtml(c))
							.join('')}</tr>`
				)
				.join('')}</table>`,
			tableHtml(t4)
		);
	},
	'columns of table two in other order': ({ t2, t3, t4 }) =>
		pageHtml(
			`<table>${t2.rows
				.map((r) => {
					const c = r.cells.map((x) => cellHtml(x));
					return `<tr>${(c.length === 4 ? [c[0], c[3], c[1], c[2]] : c).join('')}</tr>`;
				})
				.join('')}</table>`,
			tableHtml(t3),
			tableHtml(t4)
		),
	'towns by row before': (paper) =>
		plainPage(paper).replace(
			'<p>二、主动公开',
			`<table><tr><td>单位</td><td>一、本年新收政府信息公开申请数量</td><td>二、上年结转</td><td>予以公开</td><td>部分公开</td><td>总计</td></tr><tr><td>东山镇</td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td></tr><tr><td>规章</td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td></tr></table><p>二、主动公开`
		),
	'page furniture around': (paper) =>
		plainPage(paper)
			.replace(
				'<body>',
				'<body><ul><li>2022年政府信息公开工作年度报告</li><li>青山市云水区财政局2021年政府信息公开工作年度报告</li></ul>'
			)
			.replace('</body>', '<p>上一篇：青山市云水区财政局2022年政府信息公开工作年度报告</p></body>'),
	'footnote table in t3 cell': figuresAs((text, cell) =>
		cell.id === 't3.granted.total'
			? `<div>${text}</div><div style="display:none"><table><tr><td>1</td></tr></table></div>`
			: text
	),
	'row hidden': rowsAs((row, index) =>
		index === 9 ? row + row.replace('<tr>', '<tr style="display:none">').replaceAll(/>(\d+)</gu, '>9$1<') : row
	),
	'row hidden attr': rowsAs((row, index) =>
		index === 9 ? row + row.replace('<tr>', '<tr hidden>').replaceAll(/>(\d+)</gu, '>9$1<') : row
	),
	'tbody hidden': ({ t2, t3, t4 }) =>
		pageHtml(
			tableHtml(t2).replace(
				'</table>',
				`<tbody style="display:none">${rowsHtml(t2)
					.join('')
					.replaceAll(/>(\d+)</gu, '>9$1<')}</tbody></table>`
			),
			tableHtml(t3),
			tableHtml(t4)
		),
	'unclosed cells': (paper) => plainPage(paper).replaceAll('</td>', '').replaceAll('</tr>', ''),
	'empty row between': rowsAs((row) => row + '<tr><td>&nbsp;</td></tr>'),
	'empty tr between': rowsAs((row) => row + '<tr></tr>'),
	'spare cell at end': rowsAs((row) => row.replace('</tr>', '<td></td></tr>')),
	'spare cell in front': rowsAs((row) => row.replace('<tr>', '<tr><td></td>')),
	'spare zero at end': rowsAs((row, index, table) =>
		table.rows[index] && isData(table.rows[index]) ? row.replace('</tr>', '<td>0</td></tr>') : row
	),
	'one figure missing': rowsAs((row, index) => (index === 8 ? row.replace(/<td>\d+<\/td>/u, '') : row)),
	'divs for tables': ({ t2, t3, t4 }) => {
		const divs = (t: PrintedTable): string =>
			`<div>${t.rows.map((r) => `<div>${r.cells.map((c) => `<div>${c.text}</div>`).join('')}</div>`).join('')}</div>`;
		return pageHtml(divs(t2), divs(t3), divs(t4));
	},
	'dl lists': ({ t2, t3, t4 }) => {
		const divs = (t: PrintedTable): string =>
			`<ul>${t.rows.map((r) => `<li>${r.cells.map((c) => `<span>${c.text}</span>`).join(' ')}</li>`).join('')}</ul>`;
		return pageHtml(divs(t2), divs(t3), divs(t4));
	},
	pre: ({ t2, t3, t4 }) => {
		const divs = (t: PrintedTable): string =>
			`<pre>${t.rows.map((r) => r.cells.map((c) => c.text).join('\t')).join('\n')}</pre>`;
		return pageHtml(divs(t2), divs(t3), divs(t4));
	},
	'escaped html': (paper) =>
		`<html><head><title>${TITLE}</title></head><body><textarea>${plainPage(paper).replaceAll('<', '&lt;')}</textarea></body></html>`,
	'all in one table': ({ t2, t3, t4 }) =>
		pageHtml(`<table>${rowsHtml(t2).join('')}${rowsHtml(t3).join('')}${rowsHtml(t4).join('')}</table>`, '', ''),
	'all in one table with headings': ({ t2, t3, t4 }) =>
		pageHtml(
			`<table>${rowsHtml(t2).join('')}<tr><td colspan="10">三、收到和处理政府信息公开申请情况</td></tr>${rowsHtml(t3).join('')}<tr><td colspan="15">四、政府信息公开行政复议、行政诉讼情况</td></tr>${rowsHtml(t4).join('')}</table>`,
			'',
			''
		)
};
function plainPage({ t2, t3, t4 }: Paper): string {
	return pageHtml(tableHtml(t2), tableHtml(t3), tableHtml(t4));
}

/** Pages whose figures a reader has with certainty. */
export const READ_WHOLE: readonly string[] = [
	'plain',
	'all th',
	'no rowspan',
	'no colspan',
	'no spans',
	'results rowspan one too long',
	'results rowspan one too short',
	'denied rowspan one too long',
	'denied rowspan one too short',
	'corner colspan 2',
	'organisations colspan 4',
	'organisations colspan 6',
	'nested in layout table',
	'each figure in a table',
	'figures in inputs',
	'figures in inputs without type',
	'figures in textareas',
	'hidden input beside',
	'hidden span beside',
	'visibility hidden',
	'comments inside',
	'spans',
	'o:p',
	'zero width',
	'ensp',
	'sup footnote',
	'circled footnote',
	'superscript digit',
	'ruby',
	'tables cut with page number, head repeated',
	'tables cut with page number',
	'head in its own table',
	'each row a table',
	'desktop and mobile',
	'whole page twice',
	'page furniture around',
	'towns by row before',
	'row hidden',
	'unclosed cells',
	'spare cell at end',
	'all in one table with headings'
];
