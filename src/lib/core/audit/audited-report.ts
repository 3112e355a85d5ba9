import type { Report } from '../extract/report.ts';
import type { CellKey, TableId } from '../form/index.ts';
import { bodyOf } from './body.ts';
import type { Body, ReportFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { ProseText } from './prose/text.ts';
import { proseOf } from './prose/text.ts';
import type { Quote } from './prose/quote.ts';
import { quotesIn } from './prose/quotes.ts';
import { checkTable } from './check-table.ts';
import { settle } from './settle.ts';
import { Sheet, slotOf, slottedIdentities } from './sheet.ts';

/** One report while it is audited: its figures by slot, what the identities settle, and its prose, each made when first asked for. */
export class AuditedReport {
	readonly report: Report;
	readonly facts: ReportFacts;
	readonly sheet: Sheet;
	readonly #identities = new Map<TableId, readonly Finding[]>();
	#known: Float64Array | undefined;
	#prose: readonly ProseText[] | undefined;
	#quotes: readonly Quote[] | undefined;
	#body: Body | undefined;

	constructor(report: Report, facts: ReportFacts = {}, sheet = new Sheet().load(report.cells)) {
		this.report = report;
		this.facts = facts;
		this.sheet = sheet;
	}

	/** The value of every slot, blanks filled in where the identities leave no choice, NaN where nothing is known. */
	get known(): Float64Array {
		const { formats } = this.report;
		this.#known ??= settle(this.sheet, [
			...slottedIdentities('t3', formats.t3),
			...slottedIdentities('t4', formats.t4)
		]);
		return this.#known;
	}

	/** The verdicts of a table's identities. */
	identities(table: TableId): readonly Finding[] {
		let findings = this.#identities.get(table);
		if (findings === undefined) {
			findings = checkTable(table, this.report.formats[table], this.sheet);
			this.#identities.set(table, findings);
		}
		return findings;
	}

	value(key: CellKey): number | null {
		const value = this.known[slotOf(key)] ?? Number.NaN;
		return Number.isNaN(value) ? null : value;
	}

	/** The number as printed, or null. */
	printed(key: CellKey): number | null {
		return this.sheet.printed(slotOf(key));
	}

	/** The printed numbers of all cells, or null where one prints none. */
	printedAll(keys: readonly CellKey[]): readonly number[] | null {
		const values = keys.flatMap((key) => this.printed(key) ?? []);
		return values.length === keys.length ? values : null;
	}

	/** The values of all cells, or null where one is not known. */
	valuesOf(keys: readonly CellKey[]): readonly number[] | null {
		const values = keys.flatMap((key) => this.value(key) ?? []);
		return values.length === keys.length ? values : null;
	}

	get prose(): readonly ProseText[] {
		this.#prose ??= proseOf(this.report);
		return this.#prose;
	}

	/** Every count, share and change that the prose quotes. */
	get quotes(): readonly Quote[] {
		this.#quotes ??= quotesIn(this.prose, this.report, this.body);
		return this.#quotes;
	}

	get body(): Body {
		this.#body ??= bodyOf(this.report, this.prose, this.facts);
		return this.#body;
	}
}
