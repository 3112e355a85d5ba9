import type { ReadFailure } from './document.ts';
import type { OleStream } from './ole.ts';

/** In the second byte of the flags at the head of a Word document: its text is encrypted. */
const ENCRYPTED = 1;
const FLAGS_AT = 11;

/**
 * Why a Word document of 1997–2003 (.doc, WPS .wps) is not read here: its format is left to LibreOffice, which the build scripts call
 * where it is installed. One that LibreOffice could not read either says so at once.
 */
export function legacyDoc(word: OleStream): ReadFailure {
	const bytes = word.bytes();
	if (!bytes) return { code: 'file/damaged', found: 'doc (cut short?)' };
	return ((bytes[FLAGS_AT] ?? 0) & ENCRYPTED) === 0
		? { code: 'file/legacy-doc', found: 'Word 97–2003' }
		: { code: 'file/encrypted', found: 'doc' };
}
