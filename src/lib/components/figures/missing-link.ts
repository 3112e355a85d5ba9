import { filtersToParams } from '$lib/queries/index.ts';
import type { Filters } from '$lib/queries/index.ts';
import { pageLink } from '../language.ts';

/** Where the reports that those filters lack are listed, agency by agency. */
export function missingLink(filters: Filters): string {
	const params = filtersToParams({ ...filters, withoutFailing: false });
	params.append('grid', 'agencies');
	return pageLink('/quality/', `?${params.toString()}#coverage`);
}
