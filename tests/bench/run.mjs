// Plain JavaScript that old versions of Node can read too: they get one clear line instead of a syntax error.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseOldNode } from '../../server/version.mjs';

if (!refuseOldNode()) {
  process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
  import('./report.ts')
    .then(({ report }) => report(process.argv.slice(2)))
    .then((code) => {
      process.exitCode = code;
    });
}
