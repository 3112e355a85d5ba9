import type { Names } from '../form/index.ts';
import type { CsvFile } from './describe.ts';
import { datasetTable, isKeyPrimary } from './rows.ts';
import type { ColumnType, DatasetColumn } from './tables.ts';

/** What a description of a CSV says of its dataset. */
export interface CsvDataset {
	readonly title: Names;
	readonly fictional: boolean;
	readonly build: string;
}

const BASES: Record<ColumnType, string> = {
	string: 'string',
	integer: 'integer',
	number: 'decimal',
	boolean: 'boolean',
	date: 'date'
};

const inBoth = ({ zh, en }: Names): object[] => [
	{ '@value': zh, '@language': 'zh' },
	{ '@value': en, '@language': 'en' }
];

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

function datatypeOf({ type, required, values }: DatasetColumn): string | object {
	const base = BASES[type];
	if (values) return { base, format: values.map(escaped).join('|') };
	return required && type === 'integer' ? { base, minimum: 0 } : base;
}

const describe = (column: DatasetColumn): object => ({
	name: column.name,
	titles: column.name,
	'dc:description': inBoth(column.meaning),
	datatype: datatypeOf(column),
	...(column.required ? { required: true } : {}),
	// A text that is never NULL may be empty.
	...(column.required && column.type === 'string' ? { null: [] } : {})
});

/** The path of the description of a CSV, where software that knows the standard looks for it. */
export const csvMetadataPath = (csv: string): string => `${csv}-metadata.json`;

/** What a CSV's columns mean, as the W3C's CSV on the Web has it (https://www.w3.org/TR/tabular-metadata/). */
export function csvMetadata({ table: name, path, rows, sha256 }: CsvFile, dataset: CsvDataset): object {
	const table = datasetTable(name);
	return {
		'@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
		url: path,
		'dc:title': inBoth({
			zh: `${dataset.title.zh}:${table.meaning.zh}`,
			en: `${dataset.title.en}: ${table.meaning.en}`
		}),
		...(dataset.fictional
			? { 'dc:description': inBoth({ zh: '虚构数据,仅供演示', en: 'Fictional data, for demonstration only' }) }
			: {}),
		'dc:license': { '@id': 'https://creativecommons.org/publicdomain/zero/1.0/' },
		'dc:identifier': `sha256:${sha256}`,
		'dc:isVersionOf': dataset.build,
		'dc:extent': `${String(rows)} rows`,
		dialect: { encoding: 'utf-8', header: true, delimiter: ',', quoteChar: '"', doubleQuote: true },
		tableSchema: {
			columns: table.columns.map(describe),
			...(isKeyPrimary(table) ? { primaryKey: table.key } : {})
		}
	};
}
