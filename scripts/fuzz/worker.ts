import { parentPort, workerData } from 'node:worker_threads';
import { inputOf } from './inputs.ts';
import { judge } from './judge.ts';
import { seedsByTarget } from './seeds.ts';

// One thread of `npm run fuzz`: judges the inputs whose numbers it is sent, and answers each.

export interface Task {
	readonly target: string;
	readonly index: number;
}

const { seed } = workerData as { seed: string };
const seeds = await seedsByTarget();
async function answer({ target, index }: Task): Promise<void> {
	const { name, bytes } = inputOf(target, seeds[target] ?? [], seed, index);
	parentPort?.postMessage({ ...(await judge(bytes, name)), bytes: bytes.length });
}
parentPort?.on('message', (task: Task) => void answer(task));
parentPort?.postMessage('ready');
