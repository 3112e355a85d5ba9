import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

/** A table of Markdown; bars and line ends in cells are kept from breaking it. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
	return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A document of which some parts are written from the code. */
export interface GeneratedDoc {
	readonly path: string;
	readonly parts: () => Readonly<Record<string, string>>;
}

/** The text with its generated parts, between `<!-- generated: name -->` and `<!-- end -->`, written anew. */
export async function renewed({ path, parts }: GeneratedDoc, text: string): Promise<string> {
	const known = parts();
	const whole = text.replace(
		/(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- end -->)/gu,
		(_, start: string, name: string, end: string) => {
			const part = known[name];
			if (part === undefined) throw new Error(`unknown generated part: ${name}`);
			return `${start}\n${part}\n\n${end}`;
		}
	);
	return format(whole, { ...(await resolveConfig(path)), filepath: path });
}

/** Writes the generated parts of the document anew. */
export async function renew(doc: GeneratedDoc): Promise<void> {
	await writeFile(doc.path, await renewed(doc, await readFile(doc.path, 'utf8')));
}
