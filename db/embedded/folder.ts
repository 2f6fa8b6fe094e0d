import { lstatSync, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EmbeddedError, systemCode } from './errors.ts';

/** PostgreSQL knows no longer path (MAXPGPATH 1024), and puts names of its own below the folder. */
const LONGEST_PATH = 900;
/** What a new database with the sample data takes, with room for its journal. */
const NEEDED_MEGABYTES = 300;

/**
 * Makes a folder that this user can write, and the missing ones above it. Each step by itself: below /proc,
 * Node's own recursive one never ends.
 * @throws EmbeddedError `folder`
 */
export function makeWritable(folder: string, mode: number): void {
  if (Buffer.byteLength(folder) > LONGEST_PATH) throw folderError(folder, 'ENAMETOOLONG');
  const probe = join(folder, `.write-test-${process.pid}`);
  try {
    makeFolder(folder, mode);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    throw folderError(folder, systemCode(error), error);
  }
}

function makeFolder(folder: string, mode: number): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  // The root is its own parent: it is there, or the line above has thrown.
  if (dirname(folder) !== folder) makeFolder(dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    const isThere = systemCode(error) === 'EEXIST' && lstatSync(folder).isDirectory();
    if (!isThere) throw error;
  }
}

/** @throws EmbeddedError `folder` where there is no room for a new database */
export function checkRoom(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free >= NEEDED_MEGABYTES) return;
  throw new EmbeddedError(
    'folder',
    `SALING_DATA_DIR: there is no room at ${folder}: a new database needs ${NEEDED_MEGABYTES} MB, ${free} MB are free. ` +
      'Make room, or choose another folder.',
  );
}

/** Why the data folder cannot be used, in one line. @param code of the system: ENOSPC, EACCES … */
export function folderError(folder: string, code: string, cause?: unknown): EmbeddedError {
  const shown = folder.length > 200 ? `${folder.slice(0, 200)}…` : folder;
  return new EmbeddedError('folder', `SALING_DATA_DIR: ${reason(shown, code)}.`, cause);
}

function reason(folder: string, code: string): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `this user may not write to ${folder}: make it writable, or choose another folder`;
    case 'EROFS':
      return `${folder} lies on a disk that can only be read: choose another folder`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${folder} is a file or lies below one: choose a folder`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `there is no room at ${folder}: make room, or choose another folder`;
    case 'ENAMETOOLONG':
      return `the path ${folder} is too long: choose a shorter one`;
    case 'ELOOP':
      return `the links of ${folder} lead in a circle: choose another folder`;
    default:
      return `no folder can be made or written at ${folder} (${code || 'unknown reason'}): choose another one`;
  }
}
