import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of all pages, without the spaces that a paper's lines make. */
export async function pdfText(bytes: Buffer): Promise<string> {
	const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
	const pages = Array.from({ length: document.numPages }, async (_, index) => {
		const { items } = await (await document.getPage(index + 1)).getTextContent();
		return items.map((item) => ('str' in item ? item.str : '')).join('');
	});
	// Fonts map some characters to the radicals that look like them.
	return (await Promise.all(pages)).join('').replaceAll(/\s/gu, '').normalize('NFKC').replaceAll('⺠', '民');
}
