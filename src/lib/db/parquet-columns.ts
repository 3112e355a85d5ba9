import { decompress } from 'fzstd';
import type { ColumnMetaData, FileMetaData, PageHeader, RowGroup, SchemaElement } from 'hyparquet';
// Parts of the library: the whole of it, with its filters and nested values, is twice as many bytes and half as fast.
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage, readDataPage, readDataPageV2 } from 'hyparquet/src/datapage.js';
import { parquetMetadata } from 'hyparquet/src/metadata.js';
import { readPlain } from 'hyparquet/src/plain.js';

export type ParquetValue = string | number | boolean | null;
export type ParquetColumn = readonly ParquetValue[];

type Decoder = Parameters<typeof readDataPageV2>[2];
type Decoded = ArrayLike<unknown>;
interface Page {
	readonly values: Decoded;
	readonly levels: readonly number[] | undefined;
}

/** The library makes the room itself: of room that it is given it writes out every byte as text. */
const COMPRESSORS = { ZSTD: (bytes: Uint8Array) => decompress(bytes) };
/** A byte order mark is part of a text, and what is not UTF-8 an error. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How the file may further say what whole numbers are; wide ones without a sign are not read. */
const INTEGERS = [undefined, 'INT_8', 'INT_16', 'INT_32', 'INT_64', 'UINT_8', 'UINT_16'];

function isRead({
	type,
	converted_type: said,
	num_children: children,
	repetition_type: repeated
}: SchemaElement): boolean {
	if (children !== undefined || repeated === 'REPEATED') return false;
	if (type === 'BYTE_ARRAY') return said === 'UTF8';
	if (type === 'INT32' || type === 'INT64') return INTEGERS.includes(said);
	return (type === 'BOOLEAN' || type === 'FLOAT' || type === 'DOUBLE') && said === undefined;
}

function numberOf(value: bigint): number {
	const number = Number(value);
	if (!Number.isSafeInteger(number)) throw new Error(`number too large: ${value}`);
	return number;
}

/** Numbers of 64 bits and texts as values of the page. */
function plainValues(values: Decoded, type: SchemaElement['type']): Decoded {
	if (type === 'INT64') return Array.from(values as ArrayLike<bigint>, numberOf);
	if (type === 'BYTE_ARRAY') return Array.from(values as ArrayLike<Uint8Array>, (bytes) => utf8.decode(bytes));
	return values;
}

/** The values of a page that gives places in the dictionary. */
function lookedUp(places: ArrayLike<number>, dictionary: Decoded | undefined): Decoded {
	if (!dictionary) throw new Error('page without its dictionary');
	const values = new Array<unknown>(places.length);
	for (let at = 0; at < places.length; at += 1) {
		const place = places[at] ?? 0;
		if (place >= dictionary.length) throw new Error(`not in the dictionary: ${place}`);
		values[at] = dictionary[place];
	}
	return values;
}

/** Puts the values of a page, with its NULLs between, into the rows from there on, and says where they end. */
function place(column: ParquetValue[], from: number, { values, levels = [] }: Page): number {
	const rows = levels.length || values.length;
	let next = 0;
	for (let at = 0; at < rows; at += 1) column[from + at] = levels[at] === 0 ? null : (values[next++] as ParquetValue);
	if (next !== values.length) throw new Error(`${values.length} values in ${next} places`);
	return from + rows;
}

function dataOf(header: PageHeader, bytes: Uint8Array, decoder: Decoder) {
	const { data_page_header: first, data_page_header_v2: second, uncompressed_page_size: size } = header;
	if (second) return { encoding: second.encoding, ...readDataPageV2(bytes, header, decoder) };
	if (!first) throw new Error(`page of a kind that is not read: ${header.type}`);
	const page = decompressPage(bytes, size, decoder.codec, COMPRESSORS);
	return { encoding: first.encoding, ...readDataPage(page, first, decoder) };
}

/** The pages of a column of a row group: values, and for each row whether it has one. */
function* pagesOf(bytes: ArrayBuffer, meta: ColumnMetaData, element: SchemaElement): Generator<Page> {
	const { type, codec, dictionary_page_offset: words, data_page_offset: data, total_compressed_size: size } = meta;
	const view = new DataView(bytes, Number(words && words < data ? words : data), Number(size));
	const reader = { view, offset: 0 };
	const schemaPath = [{ element: {} }, { element }];
	const decoder = { type, codec, element, schemaPath, compressors: COMPRESSORS } as unknown as Decoder;
	let dictionary: Decoded | undefined;
	while (reader.offset < view.byteLength) {
		const header = parquetHeader(reader);
		const page = new Uint8Array(bytes, view.byteOffset + reader.offset, header.compressed_page_size);
		reader.offset += page.length;
		if (header.dictionary_page_header) {
			const { buffer, byteOffset } = decompressPage(page, header.uncompressed_page_size, codec, COMPRESSORS);
			const from = { view: new DataView(buffer, byteOffset, header.uncompressed_page_size), offset: 0 };
			dictionary = plainValues(readPlain(from, type, header.dictionary_page_header.num_values, undefined), type);
		} else {
			const { encoding, definitionLevels: levels, dataPage } = dataOf(header, page, decoder);
			const places = encoding.endsWith('_DICTIONARY');
			yield { levels, values: places ? lookedUp(dataPage as number[], dictionary) : plainValues(dataPage, type) };
		}
	}
}

function metadataOf(bytes: ArrayBuffer): FileMetaData {
	try {
		return parquetMetadata(bytes, { geoparquet: false });
	} catch (cause) {
		throw new Error('not a Parquet file, or a damaged one', { cause });
	}
}

function readWhole(bytes: ArrayBuffer, groups: readonly RowGroup[], element: SchemaElement): ParquetColumn {
	try {
		const column = new Array<ParquetValue>(groups.reduce((sum, { num_rows: rows }) => sum + Number(rows), 0));
		let row = 0;
		for (const { columns, num_rows: rows } of groups) {
			const meta = columns.find(({ meta_data: found }) => found?.path_in_schema[0] === element.name)?.meta_data;
			if (!meta) throw new Error('not in a row group');
			const end = row + Number(rows);
			for (const page of pagesOf(bytes, meta, element)) row = place(column, row, page);
			if (row !== end) throw new Error(`rows up to ${row} instead of ${end}`);
		}
		return column;
	} catch (cause) {
		throw new Error(`column that cannot be read: ${element.name}`, { cause });
	}
}

/**
 * Columns of a Parquet file (zstd, snappy or plain), read without the engine, in the order of its rows. Whole numbers of 64 bits are an
 * error where they do not fit a number. Of damage only what the format shows is found: that the bytes are those that were written is for
 * their hash to say.
 */
export async function readColumns(
	bytes: ArrayBuffer,
	names: readonly string[]
): Promise<ReadonlyMap<string, ParquetColumn>> {
	const { schema, row_groups: groups } = metadataOf(bytes);
	const elements = names.map((name) => {
		const element = schema.find((one, at) => at > 0 && one.name === name);
		if (!element) throw new Error(`unknown column: ${name}`);
		if (!isRead(element)) throw new Error(`column of a type that is not read: ${name}`);
		return element;
	});
	return new Map(elements.map((element) => [element.name, readWhole(bytes, groups, element)]));
}
