import { DatasetFileError, EngineError, isEngineLost, isTooLarge, MEMORY_GB, OtherBuildError } from '$lib/db/gate.ts';
import { m } from '$lib/paraglide/messages.js';

/** Whether only the page loaded anew may have the whole of one build. */
export const needsReload = (error: Error | null): boolean =>
	error instanceof DatasetFileError || error instanceof OtherBuildError;

/** What happened and what stays, for whoever asked; which file or module it was stands beside it as the cause. */
export function failureSentence(error: Error | null): string {
	if (error instanceof OtherBuildError) return m.state_other_build();
	if (error instanceof DatasetFileError) return m.state_file();
	if (isTooLarge(error)) return m.state_memory({ limit: MEMORY_GB });
	if (error instanceof EngineError || isEngineLost(error)) return m.state_engine();
	return m.state_error();
}
