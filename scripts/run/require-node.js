// Loaded with `--import` before the commands of the README: scripts are TypeScript run as it stands, which older Node cannot do.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
	console.error(
		`Node ${process.versions.node} runs this command, but the project brings Node 24 as a dependency. ` +
			'Start it with "npm start" or "npm test" after "npm ci"; if it still says so, run "npm rebuild node" and try again.'
	);
	process.exit(1);
}
