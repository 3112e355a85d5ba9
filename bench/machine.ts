import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';

/** What figures of a benchmark depend on besides the code: said above each table. */
export function machineLine(): string {
	const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
	const [load = 0] = loadavg();
	return `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, load ${load.toFixed(1)}, Node ${process.version}, commit ${commit}`;
}
