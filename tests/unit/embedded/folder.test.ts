import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EmbeddedError } from '#db/embedded/errors.ts';
import { checkRoom, folderError, makeWritable } from '#db/embedded/folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'saling-folder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);
writeFileSync(at('file'), '');
symlinkSync(at('circle'), at('circle'));
symlinkSync(at('gone'), at('dangling'));

describe('a data folder that cannot be', () => {
  it.each([
    ['a file', at('file'), /is a file/],
    ['below a file', at('file/a/b'), /is a file/],
    ['a link that leads nowhere', at('dangling'), /is a file/],
    ['a link to itself', at('circle'), /in a circle/],
    ['below a device', '/dev/null/x', /is a file/],
    ['where no folder can be made, though its parent is one', '/proc/x', /no folder can be made/],
    ['further below such a place', '/proc/x/y/z', /no folder can be made/],
    ['a long path', `/${'x/'.repeat(600)}`, /too long/],
    ['a long name', at('x'.repeat(300)), /too long/],
  ])('%s is refused in one line that names the setting', (_what, place, words) => {
    const make = () => makeWritable(place, 0o700);
    expect(make).toThrow(EmbeddedError);
    expect(make).toThrow(words);
    expect(make).toThrow(/^SALING_DATA_DIR: [^\n]{1,380}$/);
  });

  it('without room for a new database is refused, and one with room is taken: the control', () => {
    expect(() => checkRoom('/proc')).toThrow(/there is no room at \/proc: .* 300 MB, 0 MB are free/);
    expect(() => checkRoom(folder)).not.toThrow();
  });

  it.each([
    ['EACCES', /this user may not write/],
    ['EROFS', /can only be read/],
    ['ENOSPC', /no room/],
    ['EIO', /\(EIO\)/],
  ])('refused by the system with %s is said in words', (code, words) => {
    expect(folderError('/x', code).message).toMatch(words);
  });
});

describe('a data folder that can be', () => {
  it.each(['new', 'a/b/c', 'with spaces', 'ข้อมูล/ຂໍ້ມູນ', `it's "quoted" %41 #`])(
    '%s is made with what is missing above it',
    (name) => {
      makeWritable(at(name), 0o711);
      makeWritable(at(name), 0o711);
      expect(statSync(at(name)).isDirectory()).toBe(true);
      expect(readdirSync(at(name))).toEqual([]);
    },
  );

  it('may be a link to a folder', () => {
    mkdirSync(at('real'));
    symlinkSync(at('real'), at('link'));
    makeWritable(join(at('link'), 'below'), 0o700);
    expect(statSync(at('real/below')).isDirectory()).toBe(true);
  });
});
