// Plain JavaScript that old versions of Node can read too: they get one clear line instead of a syntax error.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseOldNode } from './version.mjs';

if (!refuseOldNode()) {
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  import('./main.ts').then(({ main }) => main(process.argv.slice(2)));
}
