import { getHeapStatistics } from 'node:v8';
import { BuildError } from './build-error.ts';

const MB = 1024 * 1024;
/** What one report takes until the dataset is written, all tables together; measured on 4,000 reports. */
const BYTES_A_REPORT = 128 * 1024;

/** Says before the work begins that the machine has less free memory than it needs. */
export function checkFreeMemory(
	what: { readonly zh: string; readonly en: string },
	megabytes: number,
	free = process.availableMemory()
): void {
	const there = Math.floor(free / MB);
	if (megabytes <= there) return;
	const [need, left] = [String(megabytes), String(there)];
	throw new BuildError({
		zh: `${what.zh}约需 ${need} MB 内存,本机空闲 ${left} MB;原有数据集不变。请关闭其他程序、换内存更大的机器,或分几个数据集构建`,
		en: `${what.en} need about ${need} MB of memory, this machine has ${left} MB free; the dataset stays as it was. Close other programs, take a machine with more, or build several datasets`
	});
}

/** Says before the work begins that the reports of so many files will not fit into memory, and what to do. */
export function checkMemory(
	files: number,
	limit = getHeapStatistics().heap_size_limit,
	free = process.availableMemory()
): void {
	const needed = Math.ceil((files * BYTES_A_REPORT) / MB);
	const there = Math.floor(limit / MB);
	if (needed <= there) {
		checkFreeMemory({ zh: `${String(files)} 个文件`, en: `${String(files)} files` }, needed, free);
		return;
	}
	const remedy = `NODE_OPTIONS=--max-old-space-size=${String(needed)}`;
	throw new BuildError({
		zh: `${String(files)} 个文件约需 ${String(needed)} MB 内存,可用 ${String(there)} MB;原有数据集不变。机器有足够内存时,以 ${remedy} 再运行,或分几个数据集构建`,
		en: `${String(files)} files need about ${String(needed)} MB of memory, ${String(there)} MB may be used; the dataset stays as it was. If the machine has enough, run it with ${remedy}, or build several datasets`
	});
}
