/** What the collector knows of each file, beside the reports. */
export const MANIFEST_NAME = 'manifest.csv';
/** What rules cannot tell of agencies. */
export const AGENCIES_NAME = 'agencies.csv';
/** What people decided on findings. */
export const DECISIONS_NAME = 'decisions.csv';
/** Which bodies a report sums up. */
export const COVERAGE_NAME = 'coverage.csv';
