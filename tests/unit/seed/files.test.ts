import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSeedFiles } from '#db/seed/files.ts';
import { isOwnSource } from '#db/seed/mapping.ts';
import { SAMPLE_FOLDER } from '#db/seed/seed.ts';

type Json = Record<string, unknown>;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saling-seed-'));
  await cp(SAMPLE_FOLDER, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function change(file: string, edit: (records: Json[]) => void): Promise<void> {
  const records = JSON.parse(await readFile(join(folder, file), 'utf8')) as Json[];
  edit(records);
  await writeFile(join(folder, file), JSON.stringify(records));
}

describe('reading the data files', () => {
  it('refuses a file that is not JSON, by name', async () => {
    await writeFile(join(folder, 'needs.json'), '[{');
    await expect(readSeedFiles(folder)).rejects.toThrow('needs.json: is not JSON');
  });

  it('refuses a file that is not there', async () => {
    await rm(join(folder, 'cities.json'));
    await expect(readSeedFiles(folder)).rejects.toThrow('cities.json: cannot be read (ENOENT)');
  });

  it('refuses a record that lacks a field, naming file, record and field', async () => {
    await change('practices.json', (records) => delete records[3]?.title);
    await expect(readSeedFiles(folder)).rejects.toThrow(
      /^practices\.json, record [a-z0-9-]+, field title: is missing$/,
    );
  });

  it('refuses a field that nobody knows', async () => {
    await change('needs.json', (records) => Object.assign(records[0] ?? {}, { urgency: 'high' }));
    await expect(readSeedFiles(folder)).rejects.toThrow(/field urgency: is not a known field$/);
  });

  it('refuses an unknown city', async () => {
    await change('needs.json', (records) => Object.assign(records[0] ?? {}, { citySlug: 'atlantis' }));
    await expect(readSeedFiles(folder)).rejects.toThrow(/field citySlug: no city is called "atlantis"$/);
  });

  it('refuses an unknown topic', async () => {
    await change('practices.json', (records) => Object.assign(records[0] ?? {}, { topics: ['flying-cars'] }));
    await expect(readSeedFiles(folder)).rejects.toThrow(/field topics: no topic is called "flying-cars"$/);
  });

  it.each([
    ['cities.json', 'slug'],
    ['topics.json', 'code'],
    ['practices.json', 'id'],
    ['needs.json', 'id'],
  ])('refuses an id that is in %s twice', async (file, field) => {
    await change(file, (records) => records.push({ ...records[0] }));
    await expect(readSeedFiles(folder)).rejects.toThrow(
      new RegExp(`^${file.replace('.', '\\.')}, record [a-z0-9-]+, field ${field}: is in the file twice$`),
    );
  });

  it('refuses a list that is none', async () => {
    await writeFile(join(folder, 'topics.json'), '{}');
    await expect(readSeedFiles(folder)).rejects.toThrow('topics.json: must be a list of records');
  });

  it('reads the sample data', async () => {
    const files = await readSeedFiles(folder);
    expect([files.cities.length, files.practices.length, files.needs.length, files.topics.length]).toEqual([
      129, 160, 127, 46,
    ]);
  });
});

describe('whose word a source is', () => {
  const source = (sourceUrl: string, sourceTitle: string) => ({ sourceUrl, sourceTitle });
  const manila = { name: 'Manila', country: 'PH' as const };

  it.each([
    ['a newspaper', source('https://mb.com.ph/x', 'Manila Bulletin – housing'), manila, false],
    ['the city', source('https://manila.gov.ph/x', 'City of Manila – Tarpaulin Mo'), manila, true],
    [
      'a national office that writes of the city',
      source('https://setkab.go.id/x', 'Cabinet Secretariat of Indonesia – Sumedang'),
      { name: 'Sumedang', country: 'ID' as const },
      false,
    ],
    [
      'an office of the city under another name of host',
      source('https://msdesk.mbmb.gov.my/x', 'Melaka Historic City Council – Twin Cities'),
      { name: 'Melaka', country: 'MY' as const },
      true,
    ],
    [
      'any office of the city-state',
      source('https://www.pub.gov.sg/x', 'PUB – ABC Waters'),
      { name: 'Singapore', country: 'SG' as const },
      true,
    ],
  ])('%s', (_who, practice, city, isOwn) => {
    expect(isOwnSource(practice, city)).toBe(isOwn);
  });
});
