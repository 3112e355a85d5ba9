import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const FIXED = '2026-01-15T08:00:00Z';
const STAMP = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu;

/** An office file with its dates fixed, so that the same report gives the same bytes. */
export function fixedZip(bytes: Uint8Array): Uint8Array {
	const files = unzipSync(bytes);
	const fixed = Object.fromEntries(
		Object.entries(files)
			.toSorted(([a], [b]) =>
				a === b ? 0 : a === '[Content_Types].xml' || (b !== '[Content_Types].xml' && a < b) ? -1 : 1
			)
			.map(([name, content]) => [
				name,
				name.startsWith('docProps/') ? strToU8(strFromU8(content).replace(STAMP, `$1${FIXED}`)) : content
			])
	);
	return zipSync(fixed, { level: 6, mtime: FIXED });
}
