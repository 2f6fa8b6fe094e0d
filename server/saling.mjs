// Plain JavaScript that old versions of Node can read too: they get one clear line instead of a syntax error.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseOldNode } from './version.mjs';

if (!refuseOldNode()) {
  // Files named on the command line are meant from where the person stands.
  const callerFolder = process.cwd();
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  import('./cli/main.ts').then(({ main }) => main(process.argv, callerFolder));
}
