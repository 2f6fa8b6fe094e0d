import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPostmaster } from '#db/embedded/postmaster.ts';

let cluster: string;
let file: string;
beforeEach(() => {
  cluster = mkdtempSync(join(tmpdir(), 'saling-cluster-'));
  file = join(cluster, 'postmaster.pid');
});
afterEach(() => rmSync(cluster, { recursive: true, force: true }));

describe('the pid file of a database', () => {
  it('that a starting one has made and not yet written stays', () => {
    writeFileSync(file, '');
    expect(findPostmaster({ cluster })).toBeUndefined();
    expect(existsSync(file)).toBe(true);
  });

  it('that a crash left empty goes', () => {
    writeFileSync(file, '');
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(file, longAgo, longAgo);
    expect(findPostmaster({ cluster })).toBeUndefined();
    expect(existsSync(file)).toBe(false);
  });

  it('that names a program which is no postmaster of the cluster goes', () => {
    writeFileSync(file, `${process.pid}\n${cluster}\n0\n5432\n\n127.0.0.1\n\nready\n`);
    expect(findPostmaster({ cluster })).toBeUndefined();
    expect(existsSync(file)).toBe(false);
  });

  it('that is not there says nothing', () => {
    expect(findPostmaster({ cluster })).toBeUndefined();
  });
});
