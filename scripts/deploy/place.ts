/** Where a server finds the built site, and where it listens. */
export interface DeployPlace {
	readonly root: string;
	readonly port: number;
	/** Whether the server has a module for files compressed by Brotli beforehand (nginx). */
	readonly brotli: boolean;
}

/** What the files of deploy/ say; an operator changes the folder and the port. */
export const EXAMPLE_PLACE: DeployPlace = { root: '/srv/gongkai', port: 80, brotli: false };
