import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF_FIXTURES } from './pdf-fixture-list.ts';
import type { PdfFixture } from './pdf-fixture-list.ts';
import { findChromium } from '../run/find-chromium.ts';
import { printReport } from './print-report.ts';
import { renderHtml } from './render-html.ts';

const FOLDER = join(import.meta.dirname, '../../tests/unit/read/pdf-fixtures');

/** The page that a fixture is printed from. */
export function fixtureHtml({ figures, printing, css, edit }: PdfFixture): string {
	const html = renderHtml(printReport(figures, printing)).replace('</head>', `<style>${css}</style>\n</head>`);
	return edit ? edit(html) : html;
}

/** Prints a page to PDF by an installed Chromium. */
export function printByChromium(html: string, pdf: string, chromium: string): void {
	const page = pdf.replace(/\.pdf$/u, '.html');
	writeFileSync(page, html);
	const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', '--disable-pdf-tagging'];
	execFileSync(chromium, [...flags, `--print-to-pdf=${pdf}`, `file://${page}`], { stdio: 'ignore', timeout: 60_000 });
}

/** Prints a page to PDF by LibreOffice, as a text document. */
export function printByOffice(html: string, pdf: string, folder: string): void {
	const page = pdf.replace(/\.pdf$/u, '.html');
	writeFileSync(page, html);
	const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
	const convert = (to: string, from: string, filter: readonly string[]): void => {
		const flags = [profile, '--headless', ...filter, '--convert-to', to, '--outdir', folder, from];
		execFileSync('soffice', flags, { stdio: 'ignore', timeout: 120_000 });
	};
	convert('odt', page, ['--infilter=HTML (StarWriter)']);
	convert('pdf', page.replace(/\.html$/u, '.odt'), []);
}

/** Prints the PDFs that the tests of the PDF reader read, or those named on the command line. */
function main(names: readonly string[]): void {
	const chromium = findChromium();
	if (chromium === null) throw new Error('no Chromium found: set CHROMIUM_PATH');
	const folder = mkdtempSync(join(tmpdir(), 'pdf-fixtures-'));
	for (const fixture of PDF_FIXTURES) {
		if (names.length > 0 && !names.includes(fixture.name)) continue;
		const pdf = join(folder, `${fixture.name}.pdf`);
		if (fixture.office) printByOffice(fixtureHtml(fixture), pdf, folder);
		else printByChromium(fixtureHtml(fixture), pdf, chromium);
		writeFileSync(join(FOLDER, `${fixture.name}.pdf`), readFileSync(pdf));
		console.log(`${fixture.name}.pdf ${Math.round(statSync(pdf).size / 1000)} kB`);
	}
	rmSync(folder, { recursive: true });
}

if (import.meta.main) main(process.argv.slice(2));
