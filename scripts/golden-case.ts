import type { Gold, GoldCell } from './shared-reports.ts';
import type { Transcript } from './transcripts.ts';

const APPLICANTS = ['natural_person', 'business', 'research', 'public_interest', 'legal_service', 'other_org'];
const RESULTS = ['upheld', 'corrected', 'other', 'pending'];
const DISPUTES = ['review', 'suit_direct', 'suit_after_review'];
const NOT_OUTCOMES = ['new', 'carried_in', 'closed', 'carried_out'];

/** One line for each entry, so that a change shows as a line. */
const lines = (entries: readonly string[], indent: string): string =>
	entries.map((entry) => `${indent}${entry}`).join(',\n');

/** The cells of the gold, and the blank ones that it leaves out and the transcript prints. */
function goldenCells(transcript: Transcript, gold: Gold): Record<string, GoldCell> {
	const cells: Record<string, GoldCell> = { ...gold.cells };
	for (const [key, figure] of Object.entries(transcript.leftOut ?? {}))
		if (figure === '') cells[key] = { v: null, raw: '', absence: 'blank' };
	return cells;
}

/** report.json: what extraction must find in the transcript, from the gold. */
export function goldenReport(transcript: Transcript, gold: Gold): string {
	const entries = Object.entries(goldenCells(transcript, gold)).map(([key, { v, absence }]) =>
		absence === undefined ? `"${key}": { "v": ${v} }` : `"${key}": { "v": null, "absence": "${absence}" }`
	);
	const { t2, t3, t4 } = gold.formats;
	return `{
  "file": "${transcript.file}",
  "agency": "${transcript.printedAgency ?? transcript.agency}",
  "year": ${gold.year},
  "copies": ${transcript.copies ?? 1},
  "formats": ${JSON.stringify({ t2, t3, t4 }).replaceAll(':', ': ').replaceAll(',', ', ').replace('{', '{ ').replace('}', ' }')},
  "cells": {
${lines(entries, '    ')}
  }
}
`;
}

interface Sum {
	readonly rule: string;
	readonly along: string;
	readonly left: readonly string[];
	readonly right: readonly string[];
}

/** The sums of statute.md 2.1 and 2.2 over the cells that the gold has; written out here and not taken from the code under test. */
function sumsOver(gold: Gold): Sum[] {
	const rows = [
		...new Set(Object.keys(gold.cells).flatMap((key) => (key.startsWith('t3.') ? [key.split('.')[1] ?? ''] : [])))
	];
	const outcomes = rows.filter((row) => !NOT_OUTCOMES.includes(row));
	const t3 = [...APPLICANTS, 'total'].flatMap((column): Sum[] => [
		{
			rule: 't3-balance',
			along: column,
			left: [`t3.new.${column}`, `t3.carried_in.${column}`],
			right: [`t3.closed.${column}`, `t3.carried_out.${column}`]
		},
		{
			rule: 't3-sum',
			along: column,
			left: [`t3.closed.${column}`],
			right: outcomes.map((row) => `t3.${row}.${column}`)
		}
	]);
	const totals = rows.map((row): Sum => ({
		rule: 't3-row',
		along: row,
		left: [`t3.${row}.total`],
		right: APPLICANTS.map((column) => `t3.${row}.${column}`)
	}));
	const t4 = DISPUTES.map((dispute): Sum => ({
		rule: 't4-sum',
		along: dispute,
		left: [`t4.${dispute}.total`],
		right: RESULTS.map((result) => `t4.${dispute}.${result}`)
	}));
	return [...(rows.length > 0 ? t3 : []), ...totals, ...t4];
}

interface Side {
	readonly sum: number | null;
	/** Blank cells: the side may be any larger number. */
	readonly open: boolean;
	/** A cell that the table does not print. */
	readonly lacking: boolean;
}

/** What one sum comes to: fails where no reading of its blank cells can mend it, unsure where it rests on them. */
function statusOf(left: Side, right: Side): 'pass' | 'fail' | 'unsure' | 'not_assessable' {
	if (left.lacking || right.lacking || left.sum === null || right.sum === null) return 'not_assessable';
	const meet = left.sum === right.sum || (left.sum < right.sum ? left.open : right.open);
	if (!meet) return 'fail';
	return left.open || right.open ? 'unsure' : 'pass';
}

/** findings.json: the sums that do not simply hold, in tables whose layout is known. */
export function goldenFindings(transcript: Transcript, gold: Gold): string {
	const cells = goldenCells(transcript, gold);
	const side = (keys: readonly string[]): Side => {
		const all = keys.map((key) => cells[key]);
		const figures = all.flatMap((cell) => cell?.v ?? []);
		return {
			sum: figures.length === 0 ? null : figures.reduce((sum, v) => sum + v),
			open: all.some((cell) => cell?.v === null),
			lacking: all.includes(undefined)
		};
	};
	const known = sumsOver(gold).filter(({ rule }) => {
		const layout = gold.formats[rule.startsWith('t3') ? 't3' : 't4'];
		return layout === '2019' || layout === '2021';
	});
	const found = known.flatMap((sum) => {
		const [left, right] = [side(sum.left), side(sum.right)];
		const status = statusOf(left, right);
		if (status === 'pass') return [];
		return [
			`{ "rule": "${sum.rule}", "along": "${sum.along}", "status": "${status}", "left": ${left.sum}, "right": ${right.sum} }`
		];
	});
	return found.length === 0 ? '[]\n' : `[\n${lines(found, '  ')}\n]\n`;
}

/** origin.md: where the figures come from. */
export function originText(transcript: Transcript, gold: Gold): string {
	return `# ${transcript.agency} ${gold.year}

Source: \`data/reports/${transcript.file}\`, a transcript of the tables alone, made by \`scripts/transcribe.ts\` from report
${gold.id} of ../shared/reports. Expected values: the cells that a person read in that report, not what the code under test finds.

${gold.notes}
`;
}
