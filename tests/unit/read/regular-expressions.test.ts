import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { expect, it } from 'vitest';

const READERS = join(import.meta.dirname, '../../../src/lib/core/read');

/** The regular expressions written in a file, with their flags. */
function expressionsIn(file: string): [string, string][] {
	const found: [string, string][] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/');
			found.push([node.text.slice(1, end), node.text.slice(end + 1)]);
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, readFileSync(join(READERS, file), 'utf8'), ts.ScriptTarget.Latest, true));
	return found;
}

it('no regular expression of a reader can be made to hang', { timeout: 120_000 }, () => {
	const files = readdirSync(READERS).filter((file) => file.endsWith('.ts'));
	const unsafe = files.flatMap((file) =>
		expressionsIn(file)
			.filter(([source, flags]) => checkSync(source, flags, { timeout: 20_000 }).status !== 'safe')
			.map(([source]) => `${file}: ${source}`)
	);
	expect(unsafe).toEqual([]);
});
