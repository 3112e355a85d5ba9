import { RuleTester } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import importExtensions from '../../../scripts/lint/import-extensions.js';
import roomImports, { findRoom, resolveSpecifier } from '../../../scripts/lint/room-imports.js';
import { ROOMS } from '../../../scripts/lint/rooms.js';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

const tester = new RuleTester({ languageOptions: { parser: ts.parser, sourceType: 'module' } });
const options = [{ root: '/repo', rooms: ROOMS }];

function valid(filename: string, code: string) {
	return { name: `lets ${filename} write ${code}`, filename: `/repo/${filename}`, code, options };
}

function invalid(filename: string, code: string, messageId: string) {
	return {
		name: `stops ${code} in ${filename}`,
		filename: `/repo/${filename}`,
		code,
		options,
		errors: [{ messageId }]
	};
}

tester.run('room-imports', roomImports, {
	valid: [
		valid('src/lib/core/form/index.ts', "export { CELLS } from './cells.ts';"),
		valid('src/lib/core/extract/index.ts', "import type { Document } from '../read/document.ts';"),
		valid('src/lib/core/extract/index.ts', "import { type Document } from '../read/document.ts';"),
		valid('src/lib/core/dataset/tables.ts', "import { LEVELS } from '../agencies/agency.ts';"),
		valid('src/lib/core/read/html.ts', "import { parse } from 'parse5';"),
		valid('src/lib/db/node.ts', "import { readFile } from 'node:fs/promises';"),
		valid('src/lib/queries/totals.ts', "import type { Row } from '../db/gate.ts';"),
		valid('src/lib/charts/Bars.svelte.ts', "import { scaleLinear } from 'd3-scale';"),
		valid('src/routes/+page.ts', "import Shell from '$lib/components/Shell.svelte';"),
		valid('src/routes/+page.server.ts', "import { readFile } from 'node:fs/promises';"),
		valid('scripts/data-build.ts', "import { form } from '../src/lib/core/form/index.ts';"),
		valid('tests/unit/a.test.ts', "import '../../src/lib/components/a.ts';"),
		valid('playwright.config.ts', "import { findChromium } from './scripts/run/find-chromium.ts';")
	],
	invalid: [
		invalid('src/lib/core/form/index.ts', "import { audit } from '../audit/index.ts';", 'room'),
		invalid('src/lib/core/form/index.ts', "export * from '../audit/index.ts';", 'room'),
		invalid('src/lib/core/form/index.ts', "const a = import('../audit/index.ts');", 'room'),
		invalid('src/lib/core/form/index.ts', "type A = import('../audit/index.ts').A;", 'room'),
		invalid('src/lib/core/form/index.ts', "const a = new URL('../audit/worker.ts', import.meta.url);", 'room'),
		invalid('src/lib/core/extract/index.ts', "import { read } from '../read/index.ts';", 'roomValue'),
		invalid('src/lib/core/dataset/tables.ts', "import { resolve } from '../agencies/resolve.ts';", 'roomValue'),
		invalid('src/lib/core/audit/index.ts', "import { writable } from 'svelte/store';", 'package'),
		invalid('src/lib/core/audit/index.ts', "import { page } from '$app/state';", 'package'),
		invalid('src/lib/core/audit/index.ts', "import fs from 'fs';", 'package'),
		invalid('src/lib/core/extract/index.ts', "import { parse } from 'parse5';", 'package'),
		invalid('src/lib/core/extract/index.ts', "import x from '../../../../package.json';", 'outside'),
		invalid('src/lib/db/browser.ts', "import { readFile } from 'node:fs/promises';", 'package'),
		invalid('src/lib/queries/totals.ts', "import { open } from '../db/node.ts';", 'roomValue'),
		invalid('src/lib/charts/bars.ts', "import { view } from '../state/view.svelte.ts';", 'room'),
		invalid('src/lib/format/numbers.ts', "import { m } from '$lib/paraglide/messages.js';", 'room'),
		invalid('src/lib/components/a.ts', "import { load } from '../../routes/+page.ts';", 'room'),
		invalid('src/routes/+page.ts', "import { readFile } from 'node:fs/promises';", 'package'),
		invalid('scripts/data-build.ts', "import { view } from '../src/lib/state/view.svelte.ts';", 'room'),
		invalid('src/lib/helpers/a.ts', 'export const a = 1;', 'noRoom')
	]
});

const noLib = [{ noLib: true }];

tester.run('import-extensions', importExtensions, {
	valid: [
		"import a from './a.ts';",
		"import a from '$lib/db/gate.ts';",
		"import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';",
		"import text from './a.txt?raw';",
		"import { parse } from 'parse5';",
		"import type { PageLoad } from './$types';"
	],
	invalid: [
		{ code: "import a from './a';", errors: [{ messageId: 'missing' }] },
		{ code: "export * from '../form';", errors: [{ messageId: 'missing' }] },
		{ code: "import a from '$lib/db/gate';", errors: [{ messageId: 'missing' }] },
		{ code: "const a = import('./a');", errors: [{ messageId: 'missing' }] },
		{ code: "import a from '$lib/db/gate.ts';", options: noLib, errors: [{ messageId: 'lib' }] }
	]
});

describe('the table of rooms', () => {
	it('names only rooms that stand in it', () => {
		const names = new Set(ROOMS.map((room) => room.name));
		const asked = ROOMS.flatMap((room) => (room.rooms === 'any' ? [] : room.rooms)).filter((one) => !one.includes('/'));
		expect(asked.filter((one) => !names.has(one.replace(/:types$/, '')))).toEqual([]);
	});

	it('has no two rooms that import each other', () => {
		const imports = new Map(ROOMS.map((room) => [room.name, new Set(room.rooms === 'any' ? [] : room.rooms)]));
		const pairs = [...imports].flatMap(([name, rooms]) => [...rooms].map((other) => [name, other] as const));
		expect(pairs.filter(([name, other]) => name !== other && imports.get(other)?.has(name))).toEqual([]);
	});

	it('finds the innermost room of a path', () => {
		expect(findRoom(ROOMS, 'src/lib/core/form/cells.ts')?.name).toBe('form');
		expect(findRoom(ROOMS, 'src/lib/core/formality/cells.ts')).toBeNull();
	});

	it('resolves a specifier by its path', () => {
		expect(resolveSpecifier('../form/index.ts', 'src/lib/core/audit/index.ts')).toEqual({
			path: 'src/lib/core/form/index.ts'
		});
		expect(resolveSpecifier('$lib/db/gate.ts?worker', 'src/routes/+page.ts')).toEqual({ path: 'src/lib/db/gate.ts' });
		expect(resolveSpecifier('fs/promises', 'a.ts')).toEqual({ package: 'node:*' });
		expect(resolveSpecifier('@duckdb/duckdb-wasm/dist/x.js', 'a.ts')).toEqual({ package: '@duckdb/duckdb-wasm' });
	});
});
