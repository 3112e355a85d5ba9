import { resolveSpecifier } from './room-imports.js';

/**
 * Imports of this repository's files carry their extension: Node runs the sources as they stand and guesses none.
 * `noLib` marks folders that Node runs as well, where `$lib` means nothing.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
const importExtensions = {
	meta: {
		type: 'problem',
		schema: [{ type: 'object', properties: { noLib: { type: 'boolean' } }, additionalProperties: false }],
		messages: {
			missing: 'write the extension: {{specifier}}',
			lib: 'import {{specifier}} by its relative path: Node runs this file too'
		}
	},
	create(context) {
		const { noLib = false } = /** @type {{ noLib?: boolean }} */ (context.options[0] ?? {});
		/**
		 * @param {import('estree').Node} node
		 * @param {unknown} specifier
		 */
		const check = (node, specifier) => {
			if (typeof specifier !== 'string' || 'package' in resolveSpecifier(specifier, 'x')) return;
			if (noLib && specifier.startsWith('$lib')) context.report({ node, messageId: 'lib', data: { specifier } });
			const isGenerated = /(^|\/)\$types$/.test(specifier);
			if (!isGenerated && !/\.[a-z0-9]+([?#].*)?$/.test(specifier)) {
				context.report({ node, messageId: 'missing', data: { specifier } });
			}
		};
		return {
			ImportDeclaration: (node) => check(node, node.source.value),
			ExportAllDeclaration: (node) => check(node, node.source.value),
			ExportNamedDeclaration: (node) => check(node, node.source?.value),
			ImportExpression: (node) => check(node, node.source.type === 'Literal' ? node.source.value : null)
		};
	}
};

export default importExtensions;
