import type { CellKey } from '../form/index.ts';
import type { ReportCell } from '../extract/report.ts';
import type { Decision } from './decision.ts';
import { toRow } from './rows.ts';
import type { Row, Value } from './rows.ts';
import type { AttributedEntry, VersionGroup } from './versions.ts';
import { differingCells } from './versions.ts';

const dateOf = ({ source }: AttributedEntry): string | null => source.published ?? source.collected;

function side(name: 'old' | 'new', cell: ReportCell | undefined): Record<string, Value> {
	return { [`${name}_value`]: cell?.v ?? null, [`${name}_raw`]: cell?.raw ?? null };
}

/** Two versions cell by cell, from the earlier to the later; where their dates do not tell, to the one that counts. */
function versionRows(used: AttributedEntry, other: AttributedEntry): Row[] {
	const [ofUsed, ofOther] = [dateOf(used), dateOf(other)];
	const isDated = ofUsed !== null && ofOther !== null && ofUsed !== ofOther;
	const [old, fresh] = isDated && ofOther > ofUsed ? [used, other] : [other, used];
	const { agency, year } = used.attributed;
	return differingCells(old.attributed.report, fresh.attributed.report).map((cell: CellKey) =>
		toRow('corrections', {
			agency_id: agency.id,
			year,
			kind: isDated ? 'republished' : 'versions',
			item: cell,
			...side('old', old.attributed.report.cells[cell]),
			...side('new', fresh.attributed.report.cells[cell]),
			old_source: old.source.path,
			old_report: old.ordinal,
			new_source: fresh.source.path,
			date: isDated ? dateOf(fresh) : null
		})
	);
}

/** A decision `corrected` that was applied to a finding. */
export interface NotedCorrection {
	readonly agencyId: string;
	readonly year: number;
	readonly item: string;
	readonly decision: Decision;
}

/** The log of corrections: versions of one report that differ, and what people noted. */
export function correctionRows(groups: readonly VersionGroup[], noted: readonly NotedCorrection[]): Row[] {
	const versions = groups.flatMap(({ used, superseded }) =>
		superseded.flatMap(({ entry }) => versionRows(used, entry))
	);
	const decided = noted.map(({ agencyId, year, item, decision }) =>
		toRow('corrections', {
			...{ agency_id: agencyId, year, kind: 'decision', item },
			...{ date: decision.date, reason: decision.reason, by: decision.by }
		})
	);
	return [...versions, ...decided];
}
