import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

/** Asks a server that is still starting for these paths, each once. @returns what the server logged */
async function linesFor(paths: string[]): Promise<string> {
  const script = `
    import { createServer } from 'node:http';
    import { createPipeline } from '#server/http/pipeline.ts';
    const options = { isDevelopment: false, publicUrl: undefined, mayTry: false, host: '127.0.0.1' };
    const server = createServer(createPipeline(options, () => undefined));
    server.listen(0, '127.0.0.1', async () => {
      const base = 'http://127.0.0.1:' + server.address().port;
      for (const path of ${JSON.stringify(paths)}) console.log((await fetch(base + path)).status);
      server.closeAllConnections();
      server.close();
    });`;
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { env: { ...process.env, LOG_LEVEL: 'info', NODE_OPTIONS: '' } },
  );
  expect(stdout.trim().split('\n')).toEqual(paths.map(() => '503'));
  return stderr;
}

describe('the log of a server that is starting', () => {
  it('has no line for probes that ask for its state, whatever follows the path', async () => {
    const paths = ['/api/health', '/api/health?from=probe', '/cities'];
    const lines = (await linesFor(paths)).split('\n').filter((line) => line.includes('"answered"'));
    expect(lines.map((line) => JSON.parse(line).path)).toEqual(['/cities']);
  });
});
