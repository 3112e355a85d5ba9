/** @import { Room } from './room-imports.js' */

const CORE = ['form', 'agencies', 'read', 'extract', 'audit', 'indicators', 'dataset', 'collect'];
const BROWSER_ROOMS = ['db', 'queries', 'format', 'charts', 'state', 'export', 'components', 'messages', 'styles'];
const SVELTE = ['svelte', '$app', '$service-worker'];

/**
 * Which room may import what; docs/structure.md says what lives in each.
 * @type {Room[]}
 */
export const ROOMS = [
	{ name: 'form', path: 'src/lib/core/form', rooms: [], packages: [] },
	{ name: 'agencies', path: 'src/lib/core/agencies', rooms: ['form'], packages: [] },
	{
		name: 'read',
		path: 'src/lib/core/read',
		rooms: [],
		packages: ['parse5', 'mammoth', 'pdfjs-dist', '@e965/xlsx', 'fflate']
	},
	{ name: 'extract', path: 'src/lib/core/extract', rooms: ['form', 'agencies', 'read:types'], packages: [] },
	{ name: 'audit', path: 'src/lib/core/audit', rooms: ['form', 'extract:types'], packages: [] },
	{ name: 'indicators', path: 'src/lib/core/indicators', rooms: ['form'], packages: [] },
	{
		name: 'dataset',
		path: 'src/lib/core/dataset',
		rooms: [
			...['form', 'indicators', 'extract:types', 'audit', 'agencies:types'],
			// The words their columns may hold: levels, kinds of body, reasons of absence.
			...['src/lib/core/agencies/agency.ts', 'src/lib/core/extract/report.ts', 'src/lib/core/audit/finding.ts']
		],
		packages: []
	},
	{
		name: 'collect',
		path: 'src/lib/core/collect',
		rooms: ['form', 'agencies', 'dataset', 'read:types', 'extract:types', 'audit'],
		packages: ['papaparse']
	},
	{
		name: 'db',
		path: 'src/lib/db',
		rooms: ['dataset'],
		packages: ['@duckdb/duckdb-wasm', 'apache-arrow', 'comlink', 'fzstd', 'hyparquet'],
		alone: [{ files: '/node\\.ts$', packages: ['node:*', '@duckdb/node-api'] }]
	},
	// `db/sql.ts` is text only: how a name and a value are quoted.
	{ name: 'queries', path: 'src/lib/queries', rooms: [...CORE, 'db:types', 'src/lib/db/sql.ts'], packages: [] },
	{ name: 'format', path: 'src/lib/format', rooms: CORE, packages: ['d3-format'] },
	{
		name: 'charts',
		path: 'src/lib/charts',
		rooms: ['format', ...CORE.map((name) => `${name}:types`)],
		packages: ['d3-*', 'svelte']
	},
	{
		name: 'state',
		path: 'src/lib/state',
		rooms: [...CORE, 'queries', 'db', 'format', 'collected', 'offline'],
		packages: [...SVELTE, 'comlink', 'fflate']
	},
	{
		name: 'export',
		path: 'src/lib/export',
		// How wide a text is.
		rooms: [...CORE, 'format', 'db:types', 'queries:types', 'src/lib/charts/text-width.ts'],
		packages: ['@e965/xlsx', 'fflate', 'papaparse']
	},
	// Which answers the service worker keeps.
	{ name: 'offline', path: 'src/lib/offline', rooms: [], packages: [] },
	{ name: 'service-worker', path: 'src/service-worker', rooms: ['offline'], packages: ['$service-worker'] },
	// What is kept by hand beside the reports: `agencies.csv`.
	{ name: 'collected', path: 'data', rooms: [], packages: [] },
	{ name: 'styles', path: 'src/lib/styles', rooms: [], packages: [] },
	{ name: 'messages', path: 'src/lib/paraglide', rooms: [], packages: [] },
	{
		name: 'components',
		path: 'src/lib/components',
		rooms: [...CORE, ...BROWSER_ROOMS],
		packages: [...SVELTE, 'bits-ui', 'd3-*', 'comlink'],
		// The editor of statements.
		alone: [{ files: '/explore/sql/editor\\.ts$', packages: ['@codemirror/*', '@lezer/*'] }]
	},
	{
		name: 'routes',
		path: 'src/routes',
		rooms: [...CORE, ...BROWSER_ROOMS],
		packages: [...SVELTE, '@sveltejs/kit', 'bits-ui', 'd3-*', 'comlink'],
		// What runs only while the pages are built.
		alone: [{ files: '\\.server\\.ts$|/\\+server\\.ts$', packages: ['node:*'] }]
	},
	{
		name: 'scripts',
		path: 'scripts',
		// What the build has summed up is held against measures in SQL.
		rooms: [...CORE, 'format', 'db', 'offline', 'src/lib/queries/indicator-sql.ts'],
		packages: 'any'
	},
	{ name: 'tests', path: 'tests', rooms: 'any', packages: 'any' }
];

/** Folders that Node runs as well as the browser. */
export const NODE_TOO = ['src/lib/core', 'src/lib/db', 'src/lib/queries', 'src/lib/format', 'scripts'];
