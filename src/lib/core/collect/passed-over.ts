/** Files among reports that are none by their name: READMEs, hidden files and the tracks of editors. */
export const isPassedOver = (name: string): boolean =>
	name.startsWith('.') || name.startsWith('~$') || /^readme(\.|$)/iu.test(name);
