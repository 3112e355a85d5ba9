import { unzipSync, zipSync } from 'fflate';
import type { Random } from '../synthesize/random.ts';

/** What strangers put into files: huge spans, deep nesting, keys of prototypes, marks that turn text round, form labels at the wrong place. */
const TOKENS: readonly string[] = [
	...[' colspan="1000000000"', ' rowspan="4294967295"', ' colspan="-1"', ' rowspan="0"', ' colspan="NaN"'],
	...[
		'<table><tr><td>',
		'</table>',
		'</td>',
		'<tr>',
		'<td>',
		'<![CDATA[',
		'<!--',
		'-->',
		'<script>',
		'<style>',
		'<plaintext>'
	],
	...['&#0;', '&#x10ffff;', '&amp;#60;', '&lol9;', '<!DOCTYPE a [<!ENTITY b "c">]>', '<?xml version="1.0"?>'],
	...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'],
	...[
		'\u0000',
		'\u202e',
		'\u2066',
		'\u2069',
		'\u200b',
		'\ufeff',
		'\ufffd',
		'\ud800',
		'\u0007',
		'\u001b[31m',
		'\r',
		'\u2028'
	],
	...[
		'|',
		'||||||||',
		'\t',
		'\t\t\t\t',
		'　',
		'\n',
		'\n\n',
		'"',
		'""',
		"'",
		',',
		';',
		'=',
		'=1+1',
		'+',
		'-',
		'@',
		'%00'
	],
	...[
		'0',
		'-1',
		'1e9',
		'1e999',
		'99999999999999999999',
		'0x7fffffff',
		'1,234',
		'１２',
		'3.5',
		'①',
		'²',
		'/',
		'—',
		'(2)',
		'万元'
	],
	...[
		'本年新收政府信息公开申请数量',
		'总计',
		'自然人',
		'（七）总计',
		'二、上年结转政府信息公开申请数量',
		'结果维持',
		'尚未审结',
		'行政许可'
	],
	...[
		'2023年政府信息公开工作年度报告',
		'一、总体情况',
		'三、收到和处理政府信息公开申请情况',
		'../../../etc/passwd',
		'C:\\a',
		'/etc/passwd'
	]
];

/** Numbers that lengths, counts and offsets break at. */
const WORDS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff] as const;
const MOST_BYTES = 400_000;
const MOST_REPEATS = 3000;

const encoder = new TextEncoder();

const join = (...parts: readonly Uint8Array[]): Uint8Array => {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
};

const below = (random: Random, limit: number): number => Math.floor(random.float() * Math.max(1, limit));

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

function range(bytes: Uint8Array, random: Random): [number, number] {
	const start = below(random, bytes.length);
	return [start, Math.min(bytes.length, start + 1 + below(random, 1 + (random.float() < 0.5 ? 16 : 2000)))];
}

const inserted = (bytes: Uint8Array, at: number, part: Uint8Array): Uint8Array =>
	join(bytes.subarray(0, at), part, bytes.subarray(at));

const MUTATIONS: readonly Mutation[] = [
	(bytes, random) => {
		const changed = bytes.slice();
		for (let count = 1 + below(random, 12); count > 0; count -= 1)
			changed[below(random, bytes.length)] = below(random, 256);
		return changed;
	},
	(bytes, random) => {
		const [start, end] = range(bytes, random);
		return join(bytes.subarray(0, start), bytes.subarray(end));
	},
	(bytes, random) => {
		const [start, end] = range(bytes, random);
		return inserted(bytes, start, bytes.subarray(start, end));
	},
	(bytes, random) => bytes.slice(0, below(random, bytes.length)),
	(bytes, random) => inserted(bytes, below(random, bytes.length), encoder.encode(random.pick(TOKENS))),
	(bytes, random) =>
		inserted(
			bytes,
			below(random, bytes.length),
			encoder.encode(random.pick(TOKENS).repeat(1 + below(random, MOST_REPEATS)))
		),
	(bytes, random, other) =>
		join(bytes.subarray(0, below(random, bytes.length)), other.subarray(below(random, other.length))),
	(bytes, random) => {
		const changed = bytes.slice();
		if (bytes.length < 4) return changed;
		new DataView(changed.buffer).setUint32(below(random, bytes.length - 3), random.pick(WORDS), random.float() < 0.7);
		return changed;
	},
	// A printed number gives way to another token: what stands in its place must not be made a figure of it.
	(bytes, random) => {
		const text = Buffer.from(bytes).toString('latin1');
		const numbers = [...text.matchAll(/\d{1,9}/gu)];
		const found = numbers[below(random, numbers.length)];
		if (!found) return bytes;
		return join(
			bytes.subarray(0, found.index),
			encoder.encode(random.pick(TOKENS)),
			bytes.subarray(found.index + found[0].length)
		);
	}
];

/** One to four changes of the bytes. */
export function mutateBytes(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
	let changed = bytes;
	for (let count = 1 + below(random, 4); count > 0 && changed.length > 0; count -= 1)
		changed = random.pick(MUTATIONS)(changed, random, other).slice(0, MOST_BYTES);
	return changed;
}

/** The writer of zips cannot write a member called `__proto__`: one of the same length stands for it until all is written. */
const STAND_IN = '__pr0t0__';

/** Names that climb out of the archive, or that a system reads otherwise than it looks. */
const HOSTILE_NAMES = [
	'../../out.html',
	'/etc/out.html',
	'C:\\out.html',
	'a\u202elmth.exe',
	STAND_IN,
	'a\u0000.html',
	'.',
	'..'
];

/** Changes one member of a zip (so of DOCX and XLSX) and packs it anew, now and then under a hostile name. */
export function mutateZip(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
	const members = Object.entries(unzipSync(bytes));
	const chosen = below(random, members.length);
	const changed = members.map(([name, content], index): [string, Uint8Array] =>
		index === chosen
			? [random.float() < 0.1 ? random.pick(HOSTILE_NAMES) : name, mutateBytes(content, random, other)]
			: [name, content]
	);
	const packed = zipSync(Object.fromEntries(changed), { level: 1 });
	const text = Buffer.from(packed).toString('latin1');
	return text.includes(STAND_IN)
		? new Uint8Array(Buffer.from(text.replaceAll(STAND_IN, '__proto__'), 'latin1'))
		: packed;
}

/** Bytes out of nothing: random ones, or tokens in a row. */
export function randomBytes(random: Random): Uint8Array {
	const length = below(random, 3000);
	if (random.float() < 0.3) return Uint8Array.from({ length }, () => below(random, 256));
	return encoder.encode(Array.from({ length: 1 + length / 8 }, () => random.pick(TOKENS)).join(''));
}
