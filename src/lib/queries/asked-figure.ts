import { LAYOUTS } from '../core/form/index.ts';
import { literal } from '../db/sql.ts';
import { askableFigure } from './asked.ts';
import type { Asked, AskableFigure } from './asked.ts';
import { applicantsSql, printedSql, recomputedPartsSql } from './figures.ts';
import { failingSql, where } from './filters.ts';
import type { Filters } from './filters.ts';
import type { Query } from './query.ts';
import { pageSql } from './report-rows.ts';
import type { FigureAbsence, Page } from './report-rows.ts';
import { number, numberOrNull, text, textOrNull } from './row-values.ts';

export type AskedSum = Extract<Asked, { readonly kind: 'sum' }>;

/** What a sum rests on: one row. */
export interface SumAccount {
	/** null: no report gives the figure. */
	readonly value: number | null;
	/** For a share: the sum of what it is a share of. */
	readonly whole: number | null;
	/** Reports in the sum. */
	readonly n: number;
	/** Reports of the scope and year in the selection, with or without the figure. */
	readonly reports: number;
	/** Reports in the sum that fail a hard rule. */
	readonly failing: number;
	/** Reports that the filters leave out for failing a hard rule. */
	readonly leftOut: number;
	/** Agencies of the selection with a report of this scope in another year, and none in this. */
	readonly silent: number;
}

function figureOf({ figure }: AskedSum): AskableFigure {
	const found = askableFigure(figure);
	if (!found) throw new Error(`unknown figure: ${figure}`);
	return found;
}

/** The reports of the scope and year, failing ones too, each with the figure: `measured` with `value` and `whole`. */
function measuredSql(filters: Filters, asked: AskedSum): string {
	const { table, parts, whole } = figureOf(asked);
	const recomputed = asked.basis === 'recomputed';
	const value = recomputed ? recomputedPartsSql(parts, 's', 'a') : printedSql(table, parts, 's');
	const chosen = { ...filters, years: [asked.year], scopes: [asked.scope], withoutFailing: false };
	const inSelection =
		(filters.years.length === 0 || filters.years.includes(asked.year)) &&
		(filters.scopes.length === 0 || filters.scopes.includes(asked.scope));
	return `WITH selected AS (
	SELECT * FROM reports r WHERE ${inSelection ? where(chosen, 'r') : 'FALSE'}
)${recomputed ? `, applicants AS (\n\t${applicantsSql('selected')}\n)` : ''}, measured AS (
	SELECT s.agency_id, s.agency, s.year, s.province, s.city, s.county, s.format_${table} AS format,
	${failingSql('s')} AS failing, ${value} AS figure, ${whole ? printedSql(table, whole, 's') : 'NULL::DOUBLE'} AS whole
	FROM selected s${recomputed ? ' LEFT JOIN applicants a ON a.agency_id = s.agency_id AND a.year = s.year' : ''}
), counted AS (
	SELECT m.*, m.figure IS NOT NULL${whole ? ' AND m.whole IS NOT NULL' : ''} AS given FROM measured m
)`;
}

const tablesOf = ({ basis }: AskedSum): ('reports' | 'requests')[] =>
	basis === 'recomputed' ? ['reports', 'requests'] : ['reports'];

/** What a sum is made of and what is left out of it. */
export function sumAccount(filters: Filters, asked: AskedSum): Query<SumAccount> {
	const kept = filters.withoutFailing ? 'NOT c.failing' : 'TRUE';
	const everyYear = { ...filters, years: [], scopes: [asked.scope], withoutFailing: false };
	return {
		tables: tablesOf(asked),
		years: [],
		sql: `${measuredSql(filters, asked)}
SELECT sum(c.figure) FILTER (WHERE c.given AND ${kept}) AS value,
	sum(c.whole) FILTER (WHERE c.given AND ${kept}) AS whole,
	(count(*) FILTER (WHERE c.given AND ${kept}))::INTEGER AS n,
	(count(*) FILTER (WHERE ${kept}))::INTEGER AS reports,
	(count(*) FILTER (WHERE c.given AND c.failing AND ${kept}))::INTEGER AS failing,
	(count(*) FILTER (WHERE NOT ${kept}))::INTEGER AS left_out,
	(SELECT count(DISTINCT r.agency_id) FROM reports r WHERE ${where(everyYear, 'r')}
		AND r.agency_id NOT IN (SELECT o.agency_id FROM reports o WHERE o.year = ${asked.year}))::INTEGER AS silent
FROM counted c`,
		parse: (rows) =>
			rows.map((row) => ({
				value: numberOrNull(row, 'value'),
				whole: numberOrNull(row, 'whole'),
				n: number(row, 'n'),
				reports: number(row, 'reports'),
				failing: number(row, 'failing'),
				leftOut: number(row, 'left_out'),
				silent: number(row, 'silent')
			}))
	};
}

/** One report of the selection behind a sum. */
export interface SumMember {
	readonly agency_id: string;
	readonly agency: string;
	readonly province: string | null;
	readonly city: string | null;
	readonly county: string | null;
	readonly value: number | null;
	readonly whole: number | null;
	/** Why it has no figure; empty where it has. */
	readonly absences: readonly FigureAbsence[];
	readonly failing: boolean;
	/** Left out by the filters for failing a hard rule. */
	readonly leftOut: boolean;
	/** Its value is in the sum. */
	readonly counted: boolean;
}

function absencesOf(value: number | null, format: string | null, reasons: string | null): FigureAbsence[] {
	if (value !== null) return [];
	if (format === null) return ['table_missing'];
	if (reasons !== null) return reasons.split(' ') as FigureAbsence[];
	return [format === 'undetermined' ? 'layout_undetermined' : 'missing'];
}

/** The reports behind a sum: those in it by value, then those without the figure, then those left out. */
export function sumMembers(filters: Filters, asked: AskedSum, page: Page = { limit: null }): Query<SumMember> {
	const { parts, whole } = figureOf(asked);
	const cells = [...new Set(LAYOUTS.flatMap((layout) => [...parts[layout], ...(whole?.[layout] ?? [])]))];
	const leftOut = filters.withoutFailing ? 'c.failing' : 'FALSE';
	return {
		tables: [...tablesOf(asked), 'absences'],
		years: [],
		sql: `${measuredSql(filters, asked)}, reasons AS (
	SELECT d.agency_id, string_agg(d.reason, ' ' ORDER BY d.reason) AS reasons FROM (
		SELECT DISTINCT b.agency_id, b.reason FROM absences b JOIN selected s ON s.agency_id = b.agency_id
		WHERE b.year = ${asked.year} AND b.cell IN (${cells.map(literal).join(', ')})
	) d GROUP BY d.agency_id
)
SELECT c.agency_id, c.agency, c.province, c.city, c.county, c.format, c.figure AS value, c.whole,
	c.failing, c.given, ${leftOut} AS left_out, w.reasons
FROM counted c LEFT JOIN reasons w ON w.agency_id = c.agency_id
ORDER BY ${leftOut}, NOT c.given, c.figure DESC NULLS LAST, c.agency_id${pageSql(page)}`,
		parse: (rows) =>
			rows.map((row) => {
				const [value, wholeValue] = [numberOrNull(row, 'value'), numberOrNull(row, 'whole')];
				const isLeftOut = row['left_out'] === true;
				const given = row['given'] === true;
				return {
					agency_id: text(row, 'agency_id'),
					agency: text(row, 'agency'),
					province: textOrNull(row, 'province'),
					city: textOrNull(row, 'city'),
					county: textOrNull(row, 'county'),
					value,
					whole: wholeValue,
					absences: absencesOf(given ? value : null, textOrNull(row, 'format'), textOrNull(row, 'reasons')),
					failing: row['failing'] === true,
					leftOut: isLeftOut,
					counted: given && !isLeftOut
				};
			})
	};
}

/** How many reports of the selection have no figure for a reason (several reasons of one report: each). */
export interface SumAbsence {
	readonly absences: readonly FigureAbsence[];
	readonly reports: number;
}

/** The reports without the figure by why they have none, most frequent first; those left out are not among them. */
export function sumAbsences(filters: Filters, asked: AskedSum): Query<SumAbsence> {
	const { tables, years, sql: members } = sumMembers(filters, asked);
	return {
		tables,
		years,
		sql: `SELECT m.format, m.reasons, count(*)::INTEGER AS reports FROM (
${members}
) m WHERE NOT m.given AND NOT m.left_out
GROUP BY m.format, m.reasons ORDER BY reports DESC, m.format NULLS FIRST, m.reasons NULLS FIRST`,
		parse: (rows) => {
			const byReason = new Map<string, SumAbsence>();
			for (const row of rows) {
				const absences = absencesOf(null, textOrNull(row, 'format'), textOrNull(row, 'reasons'));
				const key = absences.join(' ');
				byReason.set(key, { absences, reports: (byReason.get(key)?.reports ?? 0) + number(row, 'reports') });
			}
			return [...byReason.values()].sort((a, b) => b.reports - a.reports);
		}
	};
}

/** Agencies with a report of that scope in another year of the dataset, and none in the asked one. */
export interface SilentAgency {
	readonly agency_id: string;
	readonly agency: string;
	readonly years: readonly number[];
}

/** The agencies that a sum lacks because there is no report of that year. */
export function silentAgencies(filters: Filters, asked: AskedSum, page: Page = { limit: null }): Query<SilentAgency> {
	const chosen = { ...filters, years: [], scopes: [asked.scope], withoutFailing: false };
	return {
		tables: ['reports'],
		years: [],
		sql: `SELECT r.agency_id, max(r.agency) AS agency, string_agg(r.year::VARCHAR, ' ' ORDER BY r.year) AS years
FROM reports r WHERE ${where(chosen, 'r')}
	AND r.agency_id NOT IN (SELECT o.agency_id FROM reports o WHERE o.year = ${asked.year})
GROUP BY r.agency_id ORDER BY r.agency_id${pageSql(page)}`,
		parse: (rows) =>
			rows.map((row) => ({
				agency_id: text(row, 'agency_id'),
				agency: text(row, 'agency'),
				years: text(row, 'years').split(' ').map(Number)
			}))
	};
}
