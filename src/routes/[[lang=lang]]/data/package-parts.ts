import type { DataPackage } from '$lib/core/dataset/package.ts';

export interface PackageFile {
	readonly table: string;
	readonly year: number | null;
	readonly path: string;
	readonly bytes: number;
	readonly hash: string;
	readonly rows: number;
}

export interface PackageParts {
	readonly files: readonly PackageFile[];
	readonly csv: DataPackage['gongkai:csv'];
	readonly licences: DataPackage['licenses'];
	/** The build report as a page; null in a dataset without one. */
	readonly report: string | null;
}

/** What the page tells of a data package. */
export function packageParts(found: DataPackage): PackageParts {
	return {
		files: found.resources.map((resource) => ({
			table: resource['gongkai:table'],
			year: resource['gongkai:year'],
			path: resource.path,
			bytes: resource.bytes,
			hash: resource.hash,
			rows: resource.rowCount
		})),
		csv: found['gongkai:csv'],
		licences: found.licenses,
		report: found['gongkai:build-report']?.find(({ path }) => path.endsWith('.html'))?.path ?? null
	};
}
