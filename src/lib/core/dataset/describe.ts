import type { Names } from '../form/index.ts';
import type {
	DataPackage,
	DataPackageCsv,
	DataPackageField,
	DataPackageForeignKey,
	DataPackageReport,
	DataPackageResource,
	DataPackageSchema
} from './package.ts';
import { datasetTable, isKeyPrimary } from './rows.ts';
import { sha256 } from './sha256.ts';
import { DATASET_TABLES } from './tables.ts';
import type { DatasetColumn, DatasetFile, DatasetTable } from './tables.ts';

/** A CSV beside the Parquet files: a whole table, all years. */
export type CsvFile = Omit<DatasetFile, 'year'>;

export interface DatasetDescription {
	readonly name: string;
	readonly title: Names;
	readonly fictional: boolean;
	/** Made in a browser from the reader's own files. */
	readonly session?: true;
	/** See `buildIdOf`. */
	readonly build: string;
	readonly files: readonly DatasetFile[];
	readonly csv: readonly CsvFile[];
	/** Descriptions of the CSV files. */
	readonly csvw?: readonly DataPackageReport[];
	readonly reports?: readonly DataPackageReport[];
}

/** What the build id is told from. */
type FileContent = Pick<DatasetFile, 'path' | 'sha256'>;

/** The text whose hash is the build id: every file's path and checksum, nothing of when, where or by whom. */
export function contentLines(files: readonly FileContent[]): string {
	return files
		.map((file) => `${file.sha256} ${file.path}\n`)
		.sort()
		.join('');
}

/** The build id of the files of a dataset, CSV among them. */
export function buildIdOf(files: readonly FileContent[]): string {
	return sha256(new TextEncoder().encode(contentLines(files))).slice(0, 16);
}

/** The build id that a descriptor's own files have, whatever it says that it is. */
export function describedBuildId({
	resources,
	'gongkai:csv': csv = []
}: Pick<DataPackage, 'resources'> & Partial<Pick<DataPackage, 'gongkai:csv'>>): string {
	return buildIdOf([...resources, ...csv].map(({ path, hash }) => ({ path, sha256: hash.replace('sha256:', '') })));
}

function describeColumn(column: DatasetColumn): DataPackageField {
	const { name, type, meaning, unit, required, values } = column;
	return {
		name,
		type,
		title: meaning.zh,
		description: meaning.en,
		...(required || values
			? {
					constraints: {
						...(required ? { required } : {}),
						// Years, counts and ordinals: figures as printed are never required, and may be negative.
						...(required && type === 'integer' ? { minimum: 0 } : {}),
						...(values ? { enum: values } : {})
					}
				}
			: {}),
		...(required && type === 'string' ? { missingValues: [] } : {}),
		...(unit ? { 'gongkai:unit': unit } : {})
	};
}

const resourceName = (table: DatasetTable, year: number | null): string =>
	table.byYear && year !== null ? `${table.name}-${String(year)}` : table.name;

function foreignKeys(table: DatasetTable, year: number | null): DataPackageForeignKey[] {
	return (table.references ?? []).map((reference) => ({
		fields: reference.columns,
		reference: { resource: resourceName(datasetTable(reference.table), year), fields: reference.to }
	}));
}

export function describeSchema(table: DatasetTable, year: number | null): DataPackageSchema {
	const keys = foreignKeys(table, year);
	return {
		fields: table.columns.map(describeColumn),
		missingValues: [''],
		...(isKeyPrimary(table) ? { primaryKey: table.key } : { 'gongkai:key': table.key }),
		...(keys.length > 0 ? { foreignKeys: keys } : {})
	};
}

function describeFile(file: DatasetFile): DataPackageResource {
	const table = datasetTable(file.table);
	const of = file.year === null ? { zh: '', en: '' } : { zh: ` ${String(file.year)}`, en: `, ${String(file.year)}` };
	return {
		name: resourceName(table, file.year),
		type: 'table',
		path: file.path,
		title: table.meaning.zh + of.zh,
		description: table.meaning.en + of.en,
		format: 'parquet',
		mediatype: 'application/vnd.apache.parquet',
		bytes: file.bytes,
		hash: `sha256:${file.sha256}`,
		rowCount: file.rows,
		schema: describeSchema(table, file.year),
		'gongkai:table': file.table,
		'gongkai:year': file.year
	};
}

const describeCsv = ({ table, path, bytes, sha256, rows }: CsvFile): DataPackageCsv => ({
	table,
	path,
	bytes,
	hash: `sha256:${sha256}`,
	rowCount: rows
});

type Kind = 'real' | 'fictional' | 'session';

const ABOUT: Record<Kind, Names> = {
	real: {
		zh: '由各行政机关公布的政府信息公开工作年度报告按规则读出;空白、“/”、“-”与 0 分开记录,见 absences 表。',
		en: 'Read by rule from the annual reports on government information disclosure that agencies publish; blank, “/”, “-” and 0 are kept apart, see the table absences.'
	},
	fictional: {
		zh: '虚构数据:地名、机关和数字都是编造的,仅供演示。',
		en: 'Fictional data: places, agencies and figures are invented, for demonstration only.'
	},
	session: {
		zh: '由读者在浏览器里打开的文件按规则读出,未经公布,仅供本人使用;空白、“/”、“-”与 0 分开记录,见 absences 表。',
		en: 'Read by rule from files that a reader opened in a browser: not published, for the reader’s own use; blank, “/”, “-” and 0 are kept apart, see the table absences.'
	}
};

const SOURCE: Record<Kind, string> = {
	real: '政府信息公开工作年度报告 (annual reports on government information disclosure); every file with its address and checksum: table `sources`',
	fictional: 'Gongkai synthesizer (invented reports)',
	session: '读者自己的文件,未公布 (the reader’s own files, not published)'
};

const CONTRIBUTORS: Record<Kind, DataPackage['contributors']> = {
	real: [
		{ title: '公布年度报告的各行政机关 (the agencies that published the reports)', roles: ['author'] },
		{ title: 'Gongkai', roles: ['wrangler'] }
	],
	fictional: [{ title: 'Gongkai', roles: ['author', 'wrangler'] }],
	session: [{ title: 'Gongkai', roles: ['wrangler'] }]
};

/** Counted up when columns change: the first number where one is gone or means something else, the second where one is new. */
const VERSION = '1.0.0';

const CC0 = {
	name: 'CC0-1.0',
	path: 'https://creativecommons.org/publicdomain/zero/1.0/',
	title: 'Creative Commons Zero v1.0 Universal'
};

const order = (file: { readonly table: string }): number =>
	DATASET_TABLES.findIndex((table) => table.name === file.table);

/** The descriptor of a built dataset. The same files give the same descriptor, byte for byte. */
export function describeDataset(description: DatasetDescription): DataPackage {
	const { name, title, fictional, session = false, build, files, csv, csvw, reports } = description;
	const kind = fictional ? 'fictional' : session ? 'session' : 'real';
	const inOrder = [...files].sort((a, b) => order(a) - order(b) || (a.year ?? 0) - (b.year ?? 0));
	return {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name,
		title: title.zh,
		description: `${ABOUT[kind].zh}\n\n${title.en}. ${ABOUT[kind].en}`,
		version: `${VERSION}+${build}`,
		licenses: session ? [] : [CC0],
		sources: [{ title: SOURCE[kind] }],
		contributors: CONTRIBUTORS[kind],
		resources: inOrder.map(describeFile),
		'gongkai:title': title,
		'gongkai:build': build,
		'gongkai:fictional': fictional,
		...(session ? { 'gongkai:session': true as const } : {}),
		'gongkai:csv': [...csv].sort((a, b) => order(a) - order(b)).map(describeCsv),
		...(csvw && csvw.length > 0 ? { 'gongkai:csvw': csvw } : {}),
		...(reports ? { 'gongkai:build-report': reports } : {})
	};
}

const LINE = 240;

/** JSON with short values on one line: the descriptor repeats its fields for each year. */
function layOut(value: unknown, indent: string): string {
	const flat = JSON.stringify(value);
	if (flat.length <= LINE || typeof value !== 'object' || value === null) return flat;
	const inner = `${indent} `;
	const items = Array.isArray(value)
		? value.map((item) => inner + layOut(item, inner))
		: Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${layOut(item, inner)}`);
	const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
	return `${open}\n${items.join(',\n')}\n${indent}${close}`;
}

/** The text of `datapackage.json`. */
export function packageText(dataset: DataPackage): string {
	return `${layOut(dataset, '')}\n`;
}
