import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';

/** What figures of a benchmark depend on besides the code: said above each table. */
export function machineLine(): string {
	const { stdout } = spawnSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' });
	const [load = 0] = loadavg();
	const commit = (stdout ?? '').trim() || 'unknown';
	return `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, load ${load.toFixed(1)}, Node ${process.version}, commit ${commit}`;
}
