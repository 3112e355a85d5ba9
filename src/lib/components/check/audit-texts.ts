import { REASONS } from '$lib/core/audit/index.ts';
import type { Finding } from '$lib/core/audit/index.ts';
import type { Names } from '$lib/core/form/index.ts';

/** Why a verdict is as it is; null where the finding gives no reason. */
export function reasonNames({ reason }: Finding): Names | null {
	return reason === undefined ? null : REASONS[reason];
}
