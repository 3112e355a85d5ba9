import { runCommand } from './run/command.ts';
import { nationalCommand } from './synthesize/cells/command.ts';

// `npm run data:national`: 150,000 invented agencies, seven years, straight from cells; not kept in git.

await runCommand('data:national', nationalCommand);
