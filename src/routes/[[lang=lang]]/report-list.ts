/** Rows of the list of reports before the reader asks for more. */
export const REPORTS_AT_ONCE = 40;
