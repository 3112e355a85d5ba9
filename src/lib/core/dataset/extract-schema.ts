import { AGENCY_PROBLEM_CODES } from '../agencies/agency.ts';
import { REASONS, RULES, SEVERITIES, VERDICTS } from '../audit/index.ts';
import { ABSENCE_REASONS, EXTRACT_PROBLEM_CODES } from '../extract/report.ts';
import { ALL_CELLS, LAYOUTS, TABLE_IDS } from '../form/index.ts';
import { BUILD_PROBLEM_CODES } from './build-problem.ts';

type Schema = Readonly<Record<string, unknown>>;

const nullable = (type: string): Schema => ({ type: [type, 'null'] });
const whole: Schema = { type: 'integer', minimum: 0 };
const text: Schema = { type: 'string' };
const oneOf = (values: readonly (string | null)[]): Schema => ({ enum: values });
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const closed = (required: readonly string[], properties: Readonly<Record<string, Schema>>): Schema => ({
	type: 'object',
	additionalProperties: false,
	required,
	properties
});

const cellKey = oneOf(ALL_CELLS.map(({ key }) => key));
const section = oneOf(['preface', 's1', 's2', 's3', 's4', 's5', 's6']);

const cell: Schema = {
	...closed(['v', 'raw'], {
		v: nullable('number'),
		raw: text,
		absence: oneOf(ABSENCE_REASONS),
		unit: text,
		settled: { const: 'identity' },
		at: closed(['table', 'row', 'col'], { table: whole, row: whole, col: whole, line: whole })
	}),
	description: 'a number, or null and the reason why there is none / 数字,或空与原因',
	if: { properties: { v: { type: 'null' } } },
	then: { required: ['absence'] },
	else: { not: { required: ['absence'] } }
};

const candidate = closed(['id', 'plus', 'minus', 'value'], {
	id: text,
	plus: listOf(cellKey),
	minus: listOf(cellKey),
	value: nullable('number')
});

const finding = closed(['rule', 'along', 'status', 'cells', 'left', 'right', 'difference'], {
	rule: oneOf(RULES.map(({ id }) => id)),
	along: text,
	status: oneOf(VERDICTS),
	cells: listOf(cellKey),
	left: nullable('number'),
	right: nullable('number'),
	difference: nullable('number'),
	severity: oneOf(SEVERITIES),
	reason: oneOf(Object.keys(REASONS)),
	suggestion: closed(['cell', 'value'], { cell: cellKey, value: { type: 'number' } }),
	matched: candidate,
	candidates: listOf(candidate),
	place: closed(['section', 'line'], { section, line: whole }),
	quoted: text,
	year: whole,
	against: whole,
	before: listOf(cellKey)
});

const problem = closed(['code'], {
	code: {
		anyOf: [
			oneOf([...EXTRACT_PROBLEM_CODES, ...AGENCY_PROBLEM_CODES, ...BUILD_PROBLEM_CODES]),
			{ type: 'string', pattern: '^file/[a-z-]+$' }
		]
	},
	table: oneOf(TABLE_IDS),
	row: text,
	column: text,
	line: whole,
	found: text,
	expected: text
});

/** The JSON Schema (draft 7) of one line of `data:extract`: keys of cells, rules and codes are those of the form and the registries. */
export function extractSchema(): Schema {
	const layout = oneOf([...LAYOUTS, 'undetermined', null]);
	return {
		$schema: 'http://json-schema.org/draft-07/schema#',
		title: '一份报告,data:extract 的一行 / one report, a line of data:extract',
		...closed(['file', 'agency', 'year', 'formats', 'cells', 'findings', 'problems'], {
			file: text,
			agency: nullable('string'),
			year: nullable('integer'),
			formats: closed(TABLE_IDS, Object.fromEntries(TABLE_IDS.map((table) => [table, layout]))),
			cells: { type: 'object', propertyNames: cellKey, additionalProperties: { $ref: '#/definitions/cell' } },
			findings: listOf({ $ref: '#/definitions/finding' }),
			problems: listOf({ $ref: '#/definitions/problem' })
		}),
		definitions: { cell, finding, problem }
	};
}
