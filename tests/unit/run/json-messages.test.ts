import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import plugin, { parseMessage } from '../../../scripts/run/json-messages.js';

const read = (locale: string) => readFileSync(new URL(`../../../messages/${locale}.json`, import.meta.url));

const inputsOf = (locale: string) => {
	const { bundles } = plugin.importFiles({ files: [{ locale, content: read(locale) }] });
	const inputs = bundles.map(({ id, declarations }) => {
		const names = declarations.filter((one) => one.type === 'input-variable').map((one) => one.name);
		return [id, names.sort()] as const;
	});
	return Object.fromEntries(inputs);
};

describe('the messages', () => {
	it('have the same keys with the same inputs in both languages', () => {
		expect(inputsOf('en')).toEqual(inputsOf('zh'));
	});

	it('keep text and inputs in their order', () => {
		const { variants, declarations } = parseMessage('n', 'zh', '共 {count} 份');
		expect(variants[0]?.pattern).toEqual([
			{ type: 'text', value: '共 ' },
			{ type: 'expression', arg: { type: 'variable-reference', name: 'count' } },
			{ type: 'text', value: ' 份' }
		]);
		expect(declarations).toEqual([{ type: 'input-variable', name: 'count' }]);
	});

	it('choose by plural', () => {
		const choice = {
			declarations: ['input n', 'local p = n: plural'],
			selectors: ['p'],
			match: { 'p=one': '{n} report', 'p=*': '{n} reports' }
		};
		const { variants, message } = parseMessage('n', 'en', [choice]);
		expect(message.selectors).toEqual([{ type: 'variable-reference', name: 'p' }]);
		expect(variants.map((variant) => variant.matches)).toEqual([
			[{ type: 'literal-match', key: 'p', value: 'one' }],
			[{ type: 'catchall-match', key: 'p' }]
		]);
	});

	it.each([[1], [null], [[]], [{ a: 'nested' }]])('refuse %j', (value) => {
		expect(() => parseMessage('n', 'en', value)).toThrow('messages: en.json: n is neither');
	});

	it('refuse a declaration they do not know', () => {
		const choice = { declarations: ['local p = n: plural type=ordinal'], match: { 'p=one': 'x' } };
		expect(() => parseMessage('n', 'en', [choice])).toThrow('unknown declaration');
	});
});
