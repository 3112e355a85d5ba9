import type { Report } from '../../extract/report.ts';
import type { Body } from '../facts.ts';
import type { Reason } from '../reasons.ts';
import { changeSign, changedKind, isShare, rateOf } from './changes.ts';
import { denialsIn } from './denials.ts';
import { doubtOf } from './doubts.ts';
import type { Surroundings } from './doubts.ts';
import type { KindId } from './kinds.ts';
import { nameCount } from './name-count.ts';
import { numbersIn } from './numbers.ts';
import type { NumberToken } from './numbers.ts';
import type { Quote } from './quote.ts';
import { lineAt, sentencesOf } from './text.ts';
import type { ProseText, Sentence } from './text.ts';

const EXACT_UNIT = /^(?:件|宗|起|例)?$/u;
const COUNT_UNIT = /^(?:件|宗|起|例|份|条|项|个|次|件次|部)?$/u;
const DOCUMENTS = /^(?:rules|normative):/u;

/** Words further from a figure say nothing of it. */
const NEAR = 120;

/** The words since the last comma; bracketed remarks are left out, enumerating stops stay inside. */
function clauseOf(local: string): string {
	const plain = local.slice(-NEAR).replace(/\([^()]*\)/gu, '');
	return plain.slice(Math.max(...[',', ';', ':', '('].map((mark) => plain.lastIndexOf(mark))) + 1);
}

/** Whether more brackets close than open: what stands before them is a remark that is over. */
const isBracketed = (text: string): boolean => (text.match(/\)/gu)?.length ?? 0) > (text.match(/\(/gu)?.length ?? 0);

type Base = Omit<Quote, 'kind' | 'form' | 'words' | 'doubt' | 'of'>;
type Read = Pick<Quote, 'kind' | 'form' | 'words' | 'doubt'> & Partial<Pick<Quote, 'value' | 'of'>>;

/** Reads the sentences of one section, one after the other. */
class SectionReader {
	readonly quotes: Quote[] = [];
	readonly #prose: ProseText;
	readonly #part: number;
	readonly #report: Report;
	readonly #body: Body;
	#order = 0;
	#previous = '';

	constructor(prose: ProseText, part: number, report: Report, body: Body) {
		this.#prose = prose;
		this.#part = part;
		this.#report = report;
		this.#body = body;
	}

	read(sentence: Sentence): void {
		this.#order += 1;
		const tokens = numbersIn(sentence.text);
		tokens.forEach((token, index) => {
			const from = tokens[index - 1]?.end ?? 0;
			const to = tokens[index + 1]?.start ?? sentence.text.length;
			const read = this.#token(sentence, token, from, to);
			if (read) this.quotes.push({ ...this.#base(sentence, token), ...read });
		});
		for (const { kind, start, words } of denialsIn(sentence.text)) {
			const base = {
				value: 0,
				decimals: 0,
				unit: '',
				approximate: false,
				broken: false,
				start,
				end: start + words.length
			};
			const doubt = doubtOf(kind, false, this.#surroundings(sentence, 0, start));
			this.quotes.push({ ...this.#base(sentence, base), kind, form: 'none', words, doubt });
		}
		this.#previous = sentence.text;
	}

	#base(sentence: Sentence, { value, decimals, unit, approximate, start, end }: NumberToken): Base {
		return {
			value,
			decimals,
			unit,
			approximate,
			section: this.#prose.section,
			part: this.#part,
			line: lineAt(this.#prose, sentence.start + start),
			ordinal: this.quotes.length + 1,
			sentence: this.#order,
			start: sentence.start + start,
			end: sentence.start + end
		};
	}

	/** The count spoken of last in this sentence, brackets that have closed since left out. */
	#subject(sentence: Sentence, start: number): Quote | undefined {
		for (let index = this.quotes.length - 1; index >= 0; index -= 1) {
			const quote = this.quotes[index];
			if (quote?.sentence !== this.#order) return undefined;
			const between = sentence.text.slice(quote.start - sentence.start, start);
			if (quote.form === 'count' && !isBracketed(between)) return quote;
		}
		return undefined;
	}

	#surroundings(sentence: Sentence, from: number, start: number): Surroundings {
		const local = sentence.text.slice(from, start);
		return {
			report: this.#report,
			body: this.#body,
			sentence: sentence.text,
			previous: this.#previous,
			local,
			clause: clauseOf(local),
			lead: sentence.text.slice(0, start),
			inherited: this.#subject(sentence, start)?.doubt ?? null
		};
	}

	#token(sentence: Sentence, token: NumberToken, from: number, to: number): Read | null {
		const words = this.#surroundings(sentence, from, token.start);
		const { local, clause } = words;
		const printed = sentence.text.slice(token.start, token.end);
		const sign = changeSign(local, clause);
		const subject = this.#subject(sentence, token.start);
		if (sign !== null) return this.#change(token, sign, subject, words, printed);
		if (token.unit === '%') return this.#percentage(subject, words, printed);
		if (token.unit === '元') return null;
		const unnamed: Read = { kind: null, form: 'count', words: clause + printed, doubt: null };
		if (!COUNT_UNIT.test(token.unit)) return unnamed;
		const after = /^[^,;:。()、]*/u.exec(sentence.text.slice(token.end, Math.min(to, token.end + NEAR)))?.[0] ?? '';
		const named = nameCount(
			clause,
			after,
			this.#prose.text.slice(Math.max(0, sentence.start + token.start - 2 * NEAR), sentence.start + token.start)
		);
		if (!named) return unnamed;
		const loose = named.loose || !(EXACT_UNIT.test(token.unit) || DOCUMENTS.test(named.kind));
		return {
			kind: named.kind,
			form: 'count',
			words: clause + printed + (named.behind ? after : ''),
			doubt: this.#doubtOfCount(named.kind, loose, token, words)
		};
	}

	#doubtOfCount(kind: KindId, loose: boolean, token: NumberToken, words: Surroundings): Reason | null {
		if (token.broken) return 'quote/broken';
		return doubtOf(kind, loose, words) ?? (token.approximate ? 'quote/approximate' : null);
	}

	#change(
		token: NumberToken,
		sign: 1 | -1,
		subject: Quote | undefined,
		words: Surroundings,
		printed: string
	): Read | null {
		const own = changedKind(words.clause);
		const kind = own ?? subject?.kind ?? null;
		if (kind === null || !(token.unit === '%' || COUNT_UNIT.test(token.unit))) return null;
		return {
			kind,
			form: token.unit === '%' ? 'growth' : 'change',
			value: sign * token.value,
			words: words.clause + printed,
			doubt: subject?.kind === kind ? subject.doubt : doubtOf(kind, false, { ...words, lead: '' }),
			...(subject?.kind === kind ? { of: subject } : {})
		};
	}

	#percentage(subject: Quote | undefined, words: Surroundings, printed: string): Read | null {
		const rate = rateOf(words.clause);
		if (rate)
			return {
				kind: rate.kind,
				form: 'rate',
				words: words.clause + printed,
				doubt: rate.punctual ? 'quote/loose-words' : doubtOf(rate.kind, false, words)
			};
		const kind = subject?.kind ?? null;
		if (subject === undefined || kind === null || !isShare(words.clause)) return null;
		return {
			kind,
			form: 'share',
			words: `${subject.words}${words.local}${printed}`,
			doubt: subject.doubt,
			of: subject
		};
	}
}

/** Every count, share, rate, change and denial that the prose of a report quotes, in reading order. */
export function quotesIn(prose: readonly ProseText[], report: Report, body: Body): Quote[] {
	return prose.flatMap((section, part) => {
		const reader = new SectionReader(section, part, report, body);
		for (const sentence of sentencesOf(section.text)) reader.read(sentence);
		return reader.quotes;
	});
}
