const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const GROUPS = ['行政复议', '未经复议直接起诉', '复议后起诉'];
const of = (values: readonly string[], group: number, result: number): string => values[group * 5 + result] ?? '';
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

type Write = (values: readonly string[], gap: string) => string;

/** The results in another order, each group under its own header or all under one. */
const inOrder =
	(results: readonly number[], groups: readonly number[]): Write =>
	(values, gap) =>
		[
			groups.map((group) => GROUPS[group]).join(gap),
			groups.flatMap(() => results.map((result) => RESULTS[result])).join(gap),
			groups.flatMap((group) => results.map((result) => of(values, group, result))).join(gap)
		].join('\n');

/** Ways of setting out table four that the form does not know. */
export const FOURS: Readonly<Record<string, Write>> = {
	'results as rows': (values, gap) =>
		[
			['结果', ...GROUPS].join(gap),
			...RESULTS.map((result, row) => [result, ...numbers(3).map((group) => of(values, group, row))].join(gap))
		].join('\n'),
	'results as rows, pending before other': (values, gap) =>
		[
			['结果', ...GROUPS].join(gap),
			...[0, 1, 3, 2, 4].map((row) => [RESULTS[row], ...numbers(3).map((group) => of(values, group, row))].join(gap))
		].join('\n'),
	'lawsuits under one heading, results as rows': (values, gap) =>
		[
			['', '行政复议', '行政诉讼'].join(gap),
			['未经复议直接起诉', '复议后起诉'].join(gap),
			...RESULTS.map((result, row) => [result, ...numbers(3).map((group) => of(values, group, row))].join(gap))
		].join('\n'),
	'groups as rows': (values, gap) =>
		[
			['', ...RESULTS].join(gap),
			...GROUPS.map((name, group) => [name, ...numbers(5).map((result) => of(values, group, result))].join(gap))
		].join('\n'),
	'groups as rows, total first': (values, gap) =>
		[
			['', ...[4, 0, 1, 2, 3].map((result) => RESULTS[result])].join(gap),
			...GROUPS.map((name, group) => [name, ...[4, 0, 1, 2, 3].map((result) => of(values, group, result))].join(gap))
		].join('\n'),
	'three tables': (values, gap) =>
		GROUPS.map((name, group) =>
			[
				name,
				RESULTS.join(gap),
				numbers(5)
					.map((result) => of(values, group, result))
					.join(gap)
			].join('\n')
		).join('\n'),
	'a figure behind each label': (values, gap) =>
		GROUPS.map((name, group) =>
			[name, ...RESULTS.map((result, row) => [result, of(values, group, row)].join(gap))].join('\n')
		).join('\n'),
	'a figure behind each label, by result': (values, gap) =>
		RESULTS.map((result, row) =>
			[result, ...GROUPS.map((name, group) => [name, of(values, group, row)].join(gap))].join('\n')
		).join('\n'),
	'total first': inOrder([4, 0, 1, 2, 3], [0, 1, 2]),
	'pending before other': inOrder([0, 1, 3, 2, 4], [0, 1, 2]),
	'lawsuits first': inOrder([0, 1, 2, 3, 4], [1, 2, 0]),
	'after reconsideration first': inOrder([0, 1, 2, 3, 4], [0, 2, 1]),
	'last year above': (values, gap) =>
		[
			GROUPS.join(gap),
			['年度', ...GROUPS.flatMap(() => RESULTS)].join(gap),
			['2022年', ...values.map((value) => `9${value}`)].join(gap),
			['2023年', ...values].join(gap)
		].join('\n')
};
