import type { Place } from '../core/extract/report.ts';
import type { Locale } from './locale.ts';

/** Where a cell stands in its source, in words: 第 2 张表第 3 行第 1 列(第 40 行文字). */
export function formatPlace(place: Place, locale: Locale): string {
	const line = place.line;
	if (locale === 'zh') {
		const at = `第 ${place.table} 张表，第 ${place.row} 行第 ${place.col} 列`;
		return line === undefined ? at : `${at}；文件第 ${line} 行`;
	}
	const at = `table ${place.table}, row ${place.row}, column ${place.col}`;
	return line === undefined ? at : `${at}; line ${line} of the file`;
}
