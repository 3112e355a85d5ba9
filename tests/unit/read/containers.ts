import { CFB } from '@e965/xlsx';
import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export function zipOf(files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 | 9 = 6): Uint8Array {
	const parts: Zippable = {};
	for (const [name, content] of Object.entries(files))
		parts[name] = [typeof content === 'string' ? encode(content) : content, { level, mtime: '2024-01-01' }];
	return zipSync(parts);
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const NAMESPACES = `xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`;
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export const wordXml = (body: string): string =>
	`<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;

/** A Word document with this body; `parts` by the end of their relation's type, as `numbering`. */
export function wordFile(
	body: string,
	parts: Readonly<Record<string, { readonly name: string; readonly content: string }>> = {},
	document = wordXml(body)
): Uint8Array {
	const relations = Object.entries(parts).map(
		([type, { name }], index) => `<Relationship Id="r${index + 1}" Type="${R}/${type}" Target="${name}"/>`
	);
	return zipOf({
		'[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
		'_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
		'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
		'word/document.xml': document,
		...Object.fromEntries(Object.values(parts).map(({ name, content }) => [`word/${name}`, content]))
	});
}

export const paragraph = (text: string, properties = ''): string =>
	`<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const cell = (text: string, properties = ''): string =>
	`<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;

export const row = (cells: readonly string[], properties = ''): string =>
	`<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;

export const table = (rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;

interface ContainerLibrary {
	readonly utils: { cfb_new(): object; cfb_add(container: object, name: string, content: Uint8Array): unknown };
	readonly write: (container: object, options: { type: 'buffer' }) => Buffer;
}

/** An OLE container with one stream. */
export function oleFile(name: string, content: Uint8Array): Uint8Array {
	const library = CFB as unknown as ContainerLibrary;
	const container = library.utils.cfb_new();
	library.utils.cfb_add(container, `/${name}`, content);
	return new Uint8Array(library.write(container, { type: 'buffer' }));
}
