export * from '$lib/format/finding-text.ts';
