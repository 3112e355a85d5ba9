import { performance } from 'node:perf_hooks';
import { spellName } from '../scripts/build/spell-name.ts';
import { indexNames, searchNames } from '../src/lib/core/agencies/name-search.ts';
import { allPlaces } from '../src/lib/core/agencies/places.ts';

// `npm run -s bench:search`: how long a search over 20,000 names takes. Names are places of the division list × bodies, none of them from a report.
const COUNT = 20_000;
const ROUNDS = 15;
const LIMIT_MS = 10;
const BODIES = [
	'人民政府',
	'工业和信息化局',
	'卫生健康委员会',
	'教育局',
	'自然资源和规划局',
	'市场监督管理局',
	'住房和城乡建设局'
];
const SEARCHES = [
	...[
		'局',
		'柳江',
		'柳江工信',
		'人民政府',
		'柳江區衛生',
		'l',
		'lj',
		'ljqgy',
		'gxj',
		'sjyj',
		'rmzf',
		'liujianggongye',
		'liujiang gongxin'
	],
	...['weishengjiankang', 'shi qu ju', '广西 工信', 'zzzz']
];

const names = [...allPlaces()]
	.flatMap(({ records }) => records.map(({ name }) => name))
	.flatMap((place) => BODIES.map((body) => `${place}${body}`))
	.slice(0, COUNT);
const started = performance.now();
const named = names.map((name) => ({ names: [name], pinyin: [spellName(name)], beside: '广西壮族自治区' }));
const spelt = performance.now();
const index = indexNames(named);
const indexed = performance.now();

const millis = (time: number): string => `${time.toFixed(1)} ms`;
console.log(
	`${names.length} names: spelt in ${millis(spelt - started)} (at build), indexed in ${millis(indexed - spelt)}`
);
let worst = 0;
for (const search of SEARCHES) {
	const times: number[] = [];
	let count = 0;
	for (let round = 0; round < ROUNDS; round += 1) {
		const from = performance.now();
		const { found, more } = searchNames(index, search, 60);
		times.push(performance.now() - from);
		count = found.length + more;
	}
	const median = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
	worst = Math.max(worst, median);
	console.log(`${search.padEnd(20)} ${String(count).padStart(6)} found  median ${millis(median)}`);
}
console.log(`slowest median: ${millis(worst)} (limit ${millis(LIMIT_MS)})`);
process.exitCode = worst > LIMIT_MS ? 1 : 0;
