const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the calendar has that day; without a year February may have 29. */
export function dayExists(year: number | null, month: number, day: number): boolean {
	if (day < 1 || day > (DAYS[month - 1] ?? 0)) return false;
	const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
	return leap || month !== 2 || day < 29;
}
