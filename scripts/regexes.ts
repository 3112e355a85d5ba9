import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { print, runCommand } from './run/command.ts';
import { ROOT } from './run/run-tool.ts';

export interface Expression {
	/** `folder/file.ts:12` */
	readonly place: string;
	readonly source: string;
	readonly flags: string;
}

/** The regular expressions written in the files of a folder. */
export function expressionsIn(folder: string): Expression[] {
	const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
	return names
		.filter((name) => name.endsWith('.ts'))
		.sort()
		.flatMap((name) => {
			const found: Expression[] = [];
			const text = readFileSync(join(ROOT, folder, name), 'utf8');
			const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
			const visit = (node: ts.Node): void => {
				if (ts.isRegularExpressionLiteral(node)) {
					const end = node.text.lastIndexOf('/');
					const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
					const place = `${folder}/${name}:${String(line)}`;
					found.push({ place, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
				}
				ts.forEachChild(node, visit);
			};
			visit(file);
			return found;
		});
}

export interface Checked extends Expression {
	/** How the time may grow with the text; `square` is borne, since texts have limits. */
	readonly growth: 'linear' | 'square' | 'worse' | 'unknown';
	readonly complexity: string;
}

export function checkExpression(expression: Expression, timeout: number): Checked {
	const found = checkSync(expression.source, expression.flags, { timeout });
	if (found.status !== 'vulnerable')
		return { ...expression, growth: found.status === 'safe' ? 'linear' : 'unknown', complexity: '' };
	const { complexity } = found;
	const isSquare = complexity.type === 'polynomial' && complexity.degree === 2;
	return { ...expression, growth: isSquare ? 'square' : 'worse', complexity: complexity.summary };
}
/** 0: time grows at most with the square of a text's length. 1: some may take for ever, or the tool could not tell in time. */
async function main(args: readonly string[]): Promise<number> {
	const folders = args.length > 0 ? args : ['src/lib/core', 'src/lib/export', 'src/lib/format', 'scripts/build'];
	const counts = { linear: 0, square: 0, worse: 0, unknown: 0 };
	for (const folder of folders)
		for (const expression of expressionsIn(folder)) {
			const { growth, complexity, place, source } = checkExpression(expression, 30_000);
			counts[growth] += 1;
			if (growth !== 'linear') await print(`${place}: ${complexity || growth}: ${source.slice(0, 120)}\n`);
		}
	const { linear, square, worse, unknown } = counts;
	await print(
		`表达式 / expressions: ${String(linear)} linear, ${String(square)} square, ${String(worse)} worse, ${String(unknown)} unknown\n`
	);
	return worse + unknown === 0 ? 0 : 1;
}

if (import.meta.main) await runCommand('regexes', main);
