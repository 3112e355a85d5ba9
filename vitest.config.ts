import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

process.env['TZ'] = 'Asia/Shanghai';

export default defineConfig({
	// Without the message compiler, which empties its folder when it starts: `npm run unit` compiles the messages before.
	plugins: [sveltekit()],
	test: {
		include: ['tests/unit/**/*.test.ts', 'tests/golden/**/*.test.ts'],
		environment: 'node',
		setupFiles: ['tests/no-network.ts'],
		testTimeout: 20_000,
		hookTimeout: 30_000,
		restoreMocks: true,
		unstubGlobals: true
	}
});
