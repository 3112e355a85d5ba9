import { chromium } from '@playwright/test';
import { findChromium } from '../run/find-chromium.ts';

/** Prints a page of HTML and gives the bytes of the PDF. */
export type Print = (html: string) => Promise<Uint8Array>;

const STAMP = /\/(CreationDate|ModDate) \(D:[^)]*\)/gu;

/** Chromium writes the time into the file; the same length keeps the table of offsets right. */
function withoutClock(bytes: Uint8Array): Uint8Array {
	const text = Buffer.from(bytes).toString('latin1');
	const fixed = text.replace(
		STAMP,
		(stamp, name: string) =>
			`/${name} (D:${'20260115080000'.padEnd(stamp.length, '0').slice(0, stamp.length - name.length - 6)})`
	);
	return new Uint8Array(Buffer.from(fixed, 'latin1'));
}

/** Opens one browser for all the pages that `work` prints; throws where no Chromium is installed. */
export async function withPrinter(work: (print: Print) => Promise<void>): Promise<void> {
	const executablePath = findChromium();
	if (executablePath === null) throw new Error('no Chromium found to print PDF with: set CHROMIUM_PATH');
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
	try {
		const page = await browser.newPage();
		await work(async (html) => {
			await page.setContent(html, { waitUntil: 'load' });
			return withoutClock(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
		});
	} finally {
		await browser.close();
	}
}
