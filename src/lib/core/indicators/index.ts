export { APPLICANT_INDICATORS } from './applicants.ts';
export * from './indicator.ts';
export * from './measures.ts';
export * from './of-report.ts';
export * from './registry.ts';
export * from './value.ts';
