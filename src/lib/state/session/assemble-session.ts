import { readOverrides, resolveAgency, scopeOf } from '../../core/agencies/index.ts';
import type { AgencyOverride } from '../../core/agencies/index.ts';
import {
	entriesOf,
	NO_MANIFEST,
	parseAgencyOverrides,
	parseCoverage,
	parseDecisions,
	parseManifest
} from '../../core/collect/index.ts';
import type { Manifest, Steps } from '../../core/collect/index.ts';
import { assemble } from '../../core/dataset/index.ts';
import type { CoverageDeclaration, Decision, Entry, TableRows } from '../../core/dataset/index.ts';
import { decodeText } from '../../core/read/decode.ts';
import type { SessionFailure, SessionInput } from './session.ts';

export type Assembled =
	{ readonly ok: true; readonly tables: TableRows } | { readonly ok: false; readonly failure: SessionFailure };

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: SessionFailure };

function ledger<T>(
	file: SessionInput['manifest'],
	none: T,
	code: SessionFailure['code'],
	parse: (text: string) => T
): Read<T> {
	if (!file) return { ok: true, value: none };
	const decoded = decodeText(file.bytes);
	if (!decoded) return { ok: false, failure: { code, found: file.name } };
	try {
		return { ok: true, value: parse(decoded.text) };
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return { ok: false, failure: { code, found: `${file.name}: ${why}` } };
	}
}

interface Fault {
	readonly code: string;
	readonly line: number;
	readonly found: string;
}

/** Where each row is understood: one that is passed over would leave its finding as it was, unsaid. */
function refuseFaults([first]: readonly Fault[]): void {
	if (first) throw new Error(`line ${String(first.line)}: ${first.code} ${first.found}`);
}

function wholeDecisions(text: string): readonly Decision[] {
	const { decisions, problems } = parseDecisions(text);
	refuseFaults(problems);
	return decisions;
}

function wholeCoverage(text: string): readonly CoverageDeclaration[] {
	const { coverage, problems } = parseCoverage(text);
	refuseFaults(problems);
	return coverage;
}

/**
 * The reports of the drafts as the tables of a dataset, by the steps of the build: manifest, agencies, versions, verdicts. `known`: what the
 * site's own list says of agencies. `tell` is called after each file.
 */
export function assembleSession(
	{ files, manifest, agencies, decisions, coverage }: SessionInput,
	known: readonly AgencyOverride[] = readOverrides([]),
	tell: (done: number, total: number) => void = () => undefined
): Assembled {
	const told = ledger<Manifest>(manifest, NO_MANIFEST, 'session/manifest-not-understood', parseManifest);
	if (!told.ok) return told;
	const listed = ledger<AgencyOverride[]>(agencies, [], 'session/agencies-not-understood', parseAgencyOverrides);
	if (!listed.ok) return listed;
	const decided = ledger<readonly Decision[]>(decisions, [], 'session/decisions-not-understood', wholeDecisions);
	if (!decided.ok) return decided;
	const covered = ledger<readonly CoverageDeclaration[]>(
		coverage,
		[],
		'session/coverage-not-understood',
		wholeCoverage
	);
	if (!covered.ok) return covered;
	const overrides = [...listed.value, ...known];
	const steps: Steps = { resolve: (name, context) => resolveAgency(name, { ...context, overrides }), scopeOf };
	const entries = files.flatMap(({ name, bytes, sha256, parts }, index): Entry[] => {
		tell(index, files.length);
		return entriesOf(name, { sha256, bytes, parts }, told.value, steps);
	});
	tell(files.length, files.length);
	const { tables } = assemble(entries, { decisions: decided.value, coverage: covered.value });
	return tables.reports.length === 0
		? { ok: false, failure: { code: 'session/no-report', found: '' } }
		: { ok: true, tables };
}
