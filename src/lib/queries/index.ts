export * from './answers.ts';
export * from './filters.ts';
export * from './query.ts';
export * from './totals.ts';
export * from './tables.ts';
