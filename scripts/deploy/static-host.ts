import { HEADER_RULES } from '../run/site-headers.ts';
import type { HeaderRule } from '../run/site-headers.ts';

const valueFor = (rule: HeaderRule, path: string): string | null => {
	const fit = rule.cases.find(({ pattern }) => new RegExp(pattern).test(path));
	return fit ? fit.value : rule.otherwise;
};

/**
 * A `_headers` file, as several hosts of static files read it. They join the values of every rule that fits, and two policies hold
 * both: so what differs by path is given for each folder of pages by name, and for no path twice.
 */
export function staticHostHeaders(folders: readonly string[]): string {
	const fixed = HEADER_RULES.filter((rule) => rule.cases.length === 0);
	const differing = HEADER_RULES.filter((rule) => rule.cases.length > 0);
	const pages = ['/', '/en/', ...folders.flatMap((folder) => [`/${folder}/`, `/en/${folder}/`])];
	const block = (path: string, rules: readonly HeaderRule[], sample = path): string =>
		[
			path,
			...rules.flatMap((rule) => {
				const value = valueFor(rule, sample);
				return value === null ? [] : [`  ${rule.name}: ${value}`];
			})
		].join('\n');
	return `# Written by "npm run deploy:config" from scripts/run/site-headers.ts. Copy it into build/ before you upload that folder.
# A host that knows no _headers file (it sends none of these) still gets the policy that stands in each page.

${[
	block('/*', fixed),
	block('/_app/immutable/*', differing, '/_app/immutable/any.js'),
	...pages.map((path) => block(path, differing))
].join('\n\n')}
`;
}
