import { csvText, DATASET_TABLES } from '../../src/lib/core/dataset/index.ts';
import type { DataPackage, DatasetTable } from '../../src/lib/core/dataset/index.ts';
import { PROBLEM_CODES, problemName } from '../../src/lib/format/problems.ts';
import { absenceWord } from '../../src/lib/format/absences.ts';
import { ABSENCE_REASONS } from '../../src/lib/core/extract/index.ts';

/** A line for each column of each table, to be opened in a spreadsheet. */
export function dictionaryText(): string {
	const tables: readonly DatasetTable[] = DATASET_TABLES;
	const columns = ['table', 'column', 'type', 'unit', 'required', 'key', 'values', '含义', 'meaning'];
	return csvText(
		columns,
		tables.flatMap((table) =>
			table.columns.map(({ name, type, unit, required, values, meaning }) => [
				table.name,
				name,
				type,
				unit ?? null,
				required ? 'yes' : null,
				table.key.includes(name) ? 'yes' : null,
				values?.join(' ') ?? null,
				meaning.zh,
				meaning.en
			])
		)
	);
}

/** The codes that stand in the columns `absence`, `reason` and `code`, and what they mean. */
export function codesText(): string {
	const both = (kind: string, code: string, name: (locale: 'zh' | 'en') => string): string[] => [
		kind,
		code,
		name('zh'),
		name('en')
	];
	return csvText(
		['kind', 'code', '含义', 'meaning'],
		[
			...ABSENCE_REASONS.map((code) => both('absence', code, (locale) => absenceWord(code, locale))),
			...PROBLEM_CODES.map((code) => both('problem', code, (locale) => problemName(code, locale)))
		]
	);
}

const rows = (dataset: DataPackage): string =>
	DATASET_TABLES.map(({ name, meaning }) => {
		const files = dataset.resources.filter((resource) => resource['gongkai:table'] === name);
		const count = files.reduce((sum, { rowCount }) => sum + rowCount, 0);
		return `| \`${name}\` | ${meaning.zh} | ${meaning.en} | ${String(count)} | ${String(files.length)} |`;
	}).join('\n');

/** What a person finds who unpacks the zip and has nothing else. */
export function readmeText(dataset: DataPackage): string {
	const { name, version, 'gongkai:title': title, 'gongkai:build': build, 'gongkai:fictional': fictional } = dataset;
	const warning = fictional
		? '\n**虚构数据:地名、机关和数字都是编造的,仅供演示。 Fictional data: places, agencies and figures are invented.**\n'
		: '';
	return `# ${title.zh} · ${title.en}
${warning}
${dataset.description}

| | |
| --- | --- |
| 数据集 dataset | \`${name}\` |
| 版本 version | \`${version}\` |
| 构建号 build | \`${build}\` |
| 许可 licence | ${dataset.licenses.map((licence) => `[${licence.name}](${licence.path})`).join(', ')} |

## 文件 · Files

- \`datapackage.json\`: Frictionless Data Package v2,每个文件、每一列的含义、类型、约束、键、字节数、校验和 / every file and column
- \`*.parquet\`: 各表,按年度分开 / the tables, by year; \`*.csv\`: 同样的表,UTF-8,RFC 4180,空值是空,空文本是 \`""\` / the same, NULL is empty, an empty text is \`""\`
- \`*.csv-metadata.json\`: 各 CSV 的说明,W3C CSV on the Web / what the columns of each CSV mean
- \`dictionary.csv\`: 数据字典,一列一行 / data dictionary; \`codes.csv\`: 代码的含义 / what the codes mean
- \`extract.schema.json\`: 单份报告 JSON(data:extract)的 JSON Schema / of the JSON of one report
- \`build-report.html\`: 每个来源文件读了什么、没读成什么、为什么 / what was read of each file, what not, and why
- \`SHA256SUMS\`: \`sha256sum -c SHA256SUMS\`

## 表 · Tables

| table | 含义 | meaning | rows | Parquet |
| --- | --- | --- | --- | --- |
${rows(dataset)}

## 使用之前 · Before you use it

- 没有不等于零:空格的原因在 \`absences\` 表;0 只表示印着 0。 Absence is not zero: why a cell has no number stands in \`absences\`.
- 只有同一 \`scope\` 的数字可以相加:政府的汇总报告已含其部门。 Figures may be summed within one \`scope\` only: a government's summary holds its departments'.
- 数字按报告所印,不改写;是否自洽见 \`findings\` 与 \`reports.hard_fail\`。 Figures are as printed; whether they agree stands in \`findings\`.
- 引用请写明构建号 \`${build}\`。 When you cite it, name the build.
`;
}
