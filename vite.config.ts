import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [
		// The page's address says its language, so the app sets the locale itself; no cookie, no browser preference.
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			outputStructure: 'message-modules',
			strategy: ['globalVariable', 'baseLocale']
		}),
		sveltekit()
	],
	worker: { format: 'es' },
	optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'] },
	build: {
		target: 'baseline-widely-available',
		// Engine and workers stay files of their own: a data: address would need a wider content security policy.
		assetsInlineLimit: 0,
		rolldownOptions: { checks: { bundlerTimings: false } }
	}
});
