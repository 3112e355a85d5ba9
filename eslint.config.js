import { fileURLToPath } from 'node:url';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import importExtensions from './scripts/lint/import-extensions.js';
import roomImports from './scripts/lint/room-imports.js';
import { NODE_TOO, ROOMS } from './scripts/lint/rooms.js';
import svelteConfig from './svelte.config.js';

const root = fileURLToPath(new URL('.', import.meta.url));
// ESLint's own rules for what TypeScript does not see; the package that bundles them as a set is one more to install.
const PLAIN_RULES = [
	...['eqeqeq', 'no-var', 'prefer-const', 'no-debugger', 'no-empty', 'no-fallthrough', 'no-self-compare'],
	...['no-constant-binary-expression', 'no-constant-condition', 'no-template-curly-in-string', 'no-unsafe-finally'],
	...[
		'no-irregular-whitespace',
		'no-misleading-character-class',
		'no-useless-escape',
		'no-loss-of-precision',
		'use-isnan'
	],
	...['no-sparse-arrays', 'no-self-assign', 'no-unmodified-loop-condition', 'require-yield']
];

const UNSAFE_RULES = ['argument', 'assignment', 'call', 'member-access', 'return'];
const SVELTE_FILES = ['**/*.svelte', '**/*.svelte.ts'];

export default defineConfig(
	{
		ignores: [
			...['build/', '.svelte-kit/', '.cache/', 'src/lib/paraglide/', 'static/', 'data/', 'node_modules/'],
			...['tests/golden/*/', 'test-results/', 'playwright-report/']
		]
	},
	ts.configs.strictTypeChecked,
	ts.configs.stylisticTypeChecked,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, tsconfigRootDir: root, extraFileExtensions: ['.svelte'] }
		},
		plugins: { gongkai: { rules: { 'room-imports': roomImports, 'import-extensions': importExtensions } } },
		rules: {
			'gongkai/room-imports': ['error', { root, rooms: ROOMS }],
			'gongkai/import-extensions': 'error',
			...Object.fromEntries(PLAIN_RULES.map((name) => [name, 'error'])),
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
			'@typescript-eslint/consistent-type-definitions': 'off',
			'@typescript-eslint/no-confusing-void-expression': 'off',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
			'@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
			'@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
			'@typescript-eslint/dot-notation': 'off',
			// An index may be out of range where its type does not say so (tuples, `Record<string, …>` of data from files).
			'@typescript-eslint/no-unnecessary-condition': 'off',
			// It asks for `!`, which another rule forbids.
			'@typescript-eslint/non-nullable-type-assertion-style': 'off',
			// Spreading a string gives code points, which is what reading Chinese text wants.
			'@typescript-eslint/no-misused-spread': 'off',
			// An interface may be asynchronous where one implementation is not.
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/no-unnecessary-type-parameters': 'off',
			'@typescript-eslint/unbound-method': 'off',
			// `void this.#filters` is how an effect says what it follows.
			'@typescript-eslint/no-meaningless-void-operator': 'off',
			// Links are built from `base` in one place (components/language.ts); `resolve` cannot name the optional language.
			'@typescript-eslint/no-deprecated': ['error', { allow: ['base'] }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
	{
		files: SVELTE_FILES,
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			// ESLint sees every imported component as `any`; svelte-check knows their types and holds them.
			...Object.fromEntries(UNSAFE_RULES.map((name) => [`@typescript-eslint/no-unsafe-${name}`, 'off'])),
			// Links of a static site are built with `base` in one place of the shell.
			'svelte/no-navigation-without-resolve': 'off',
			// It reads the reason written behind a code as more codes; svelte-check reports comments without need.
			'svelte/no-unused-svelte-ignore': 'off',
			// `let` and `$props()` belong together.
			'prefer-const': 'off',
			'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$bindable'] }]
		}
	},
	{
		// Short-lived maps and addresses inside a function are not state.
		files: ['**/*.svelte.ts'],
		rules: { 'svelte/prefer-svelte-reactivity': 'off' }
	},
	{
		files: NODE_TOO.map((folder) => `${folder}/**/*.{ts,js}`),
		rules: { 'gongkai/import-extensions': ['error', { noLib: true }] }
	},
	{
		files: ['**/*.js'],
		extends: [ts.configs.disableTypeChecked]
	},
	{
		files: ['tests/**/*.ts'],
		rules: {
			'@typescript-eslint/no-non-null-assertion': 'off'
		}
	}
);
