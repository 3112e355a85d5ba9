export * from './indicator.ts';
export * from './measures.ts';
export * from './registry.ts';
export * from './value.ts';
