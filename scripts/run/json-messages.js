/**
 * The inlang plugin that reads `messages/<locale>.json`. inlang's own plugin is normally fetched from a CDN while building, and this
 * project builds with the network cut, so this file reads the part of the same message format that the site uses (docs/decisions/0004):
 *
 * - `"key": "text with {input}"`
 * - `"key": [{ "declarations": ["input n", "local p = n: plural"], "selectors": ["p"], "match": { "p=one": "…", "p=other": "…" } }]`
 *
 * inlang loads it as text, so it imports nothing.
 *
 * @typedef {{ declarations?: string[], selectors?: string[], match: Record<string, string> }} Choice
 * @typedef {{ type: 'input-variable', name: string } | { type: 'local-variable', name: string, value: object }} Declaration
 */

/** @param {string} text */
function parsePattern(text) {
	return text
		.split(/(\{[A-Za-z_][A-Za-z0-9_]*\})/)
		.filter((part) => part !== '')
		.map((part) =>
			part.startsWith('{') && part.endsWith('}')
				? { type: 'expression', arg: { type: 'variable-reference', name: part.slice(1, -1) } }
				: { type: 'text', value: part }
		);
}

/**
 * @param {string} text
 * @param {string} key
 * @returns {Declaration}
 */
function parseDeclaration(text, key) {
	const input = /^input (\w+)$/.exec(text);
	if (input?.[1]) return { type: 'input-variable', name: input[1] };
	const local = /^local (\w+) = (\w+)(?:: (\w+))?$/.exec(text);
	if (!local?.[1] || !local[2]) throw new Error(`messages: ${key}: unknown declaration: ${text}`);
	const annotation = local[3] && { type: 'function-reference', name: local[3], options: [] };
	return {
		type: 'local-variable',
		name: local[1],
		value: {
			type: 'expression',
			arg: { type: 'variable-reference', name: local[2] },
			...(annotation ? { annotation } : {})
		}
	};
}

/** @param {string} text e.g. `p=one, q=*` */
function parseMatches(text) {
	return text.split(',').map((part) => {
		const [key, value] = part.trim().split('=');
		return value === '*'
			? { type: 'catchall-match', key: key?.trim() }
			: { type: 'literal-match', key: key?.trim(), value: value?.trim() };
	});
}

/**
 * @param {string} key
 * @param {string} locale
 * @param {unknown} value
 */
export function parseMessage(key, locale, value) {
	/** @type {Choice} */
	const choice = typeof value === 'string' ? { match: { '': value } } : Array.isArray(value) ? value[0] : undefined;
	if (!choice?.match) throw new Error(`messages: ${locale}.json: ${key} is neither a text nor a list of one choice`);
	const declarations = (choice.declarations ?? []).map((text) => parseDeclaration(text, key));
	const variants = Object.entries(choice.match).map(([match, text]) => ({
		messageBundleId: key,
		messageLocale: locale,
		matches: match === '' ? [] : parseMatches(match),
		pattern: parsePattern(text)
	}));
	for (const part of variants.flatMap((variant) => variant.pattern)) {
		const name = part.arg?.name;
		if (name && !declarations.some((known) => known.name === name)) declarations.push({ type: 'input-variable', name });
	}
	return {
		declarations,
		message: {
			bundleId: key,
			locale,
			selectors: (choice.selectors ?? []).map((name) => ({ type: 'variable-reference', name }))
		},
		variants
	};
}

export default {
	key: 'gongkai.jsonMessages',
	/** @param {{ settings: { locales: string[] } }} args */
	toBeImportedFiles: ({ settings }) =>
		settings.locales.map((locale) => ({ locale, path: `./messages/${locale}.json` })),
	/** @param {{ files: { locale: string, content: Uint8Array }[] }} args */
	importFiles: ({ files }) => {
		/** @type {Map<string, Declaration[]>} */
		const bundles = new Map();
		const messages = [];
		const variants = [];
		for (const file of files) {
			for (const [key, value] of Object.entries(JSON.parse(new TextDecoder().decode(file.content)))) {
				if (key === '$schema') continue;
				const parsed = parseMessage(key, file.locale, value);
				const declared = bundles.get(key) ?? [];
				for (const one of parsed.declarations) {
					if (!declared.some((known) => known.name === one.name)) declared.push(one);
				}
				bundles.set(key, declared);
				messages.push(parsed.message);
				variants.push(...parsed.variants);
			}
		}
		return {
			bundles: [...bundles].map(([id, declarations]) => ({ id, declarations })),
			messages,
			variants
		};
	}
};
