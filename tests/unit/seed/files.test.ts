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

  const wrongValues: [string, string, string, unknown, string][] = [
    ['practices.json', 'summary', 'summary', 5, 'must be a string'],
    ['practices.json', 'title', 'title', '   ', 'must not be empty'],
    ['practices.json', 'title', 'title', 'a\u0000b', 'holds a character that cannot be kept'],
    ['practices.json', 'title', 'title', 'a\ud800b', 'holds a character that cannot be kept'],
    ['practices.json', 'startYear', 'startYear', 1e300, 'must be at most'],
    ['practices.json', 'startYear', 'startYear', 2012.5, 'must be a whole number'],
    ['practices.json', 'sdgs', 'sdgs.1', [3, 18], 'must be at most 17'],
    ['practices.json', 'topics', 'topics', [], 'must be at least 1 in number'],
    [
      'practices.json',
      'sourceUrl',
      'sourceUrl',
      'javascript:alert(1)',
      'must be an address that starts with http',
    ],
    ['practices.json', 'id', 'id', 'x'.repeat(200), 'may have 80 characters at most'],
    ['practices.json', 'pillars', 'pillars.0', ['art'], 'must be one of political-security, economic'],
    ['cities.json', 'population', 'population', 1e18, 'must be at most'],
    ['cities.json', 'latitude', 'latitude', 91, 'must be at most 90'],
    ['cities.json', 'timeZone', 'timeZone', 'Asia/Atlantis', 'is not the name of a time zone'],
    ['cities.json', 'languages', 'languages.0', ['not a language'], 'is not the code of a language'],
    ['cities.json', 'formerSince', 'formerSince', '31.1.2020', 'must be a date'],
    ['cities.json', 'country', 'country', 'Laos', 'must be one of BN, KH'],
    ['needs.json', 'topics', 'topics', 'heat', 'must be a list'],
  ];
  it.each(wrongValues)('refuses in %s a wrong %s', async (file, field, place, value, words) => {
    await change(file, (records) => Object.assign(records[2] ?? {}, { [field]: value }));
    const name = field === 'id' ? 'x{60}…' : '[a-z0-9-]+';
    const line = new RegExp(`^${file.replace('.', '\\.')}, record ${name}, field ${place}: ${words}`);
    await expect(readSeedFiles(folder)).rejects.toThrow(line);
    await expect(readSeedFiles(folder)).rejects.not.toThrow(/\n|invalid input|expected/i);
  });

  it('names a record that has no name by its number, and one with a strange name without harm', async () => {
    await change('needs.json', (records) => records.splice(1, 1, 7 as unknown as Json));
    await expect(readSeedFiles(folder)).rejects.toThrow('needs.json, record number 2: must be a record');
    await change('needs.json', (records) => records.splice(1, 1, { id: '\u001b[31mred\n' }));
    await expect(readSeedFiles(folder)).rejects.toThrow(
      /^needs\.json, record \?\[31mred\?, field id: must be/,
    );
  });

  it('refuses bytes that are no UTF-8, and depth without end', async () => {
    await writeFile(join(folder, 'needs.json'), Buffer.from([0x5b, 0x22, 0xff, 0xfe, 0x22, 0x5d]));
    await expect(readSeedFiles(folder)).rejects.toThrow('needs.json: is not text in UTF-8');
    await writeFile(join(folder, 'needs.json'), '['.repeat(200_000));
    await expect(readSeedFiles(folder)).rejects.toThrow('needs.json: is not JSON');
    await writeFile(join(folder, 'needs.json'), `${'['.repeat(5000)}${']'.repeat(5000)}`);
    await expect(readSeedFiles(folder)).rejects.toThrow('needs.json, record number 1: must be a record');
    await writeFile(join(folder, 'needs.json'), '');
    await expect(readSeedFiles(folder)).rejects.toThrow('needs.json: is not JSON');
  });

  it('takes a file as Windows writes it', async () => {
    const content = await readFile(join(folder, 'needs.json'), 'utf8');
    await writeFile(join(folder, 'needs.json'), `\ufeff${content.replaceAll('\n', '\r\n')}`);
    expect((await readSeedFiles(folder)).needs).toHaveLength(127);
  });

  it.each([
    [
      'thesaurus.json',
      { 'flying-cars': { labels: {}, terms: {} } },
      'record flying-cars: there is no record',
    ],
    [
      'thesaurus.json',
      { heat: { labels: { en: 5 }, terms: {} } },
      'record heat, field labels.en: must be a string',
    ],
    ['translations/id/needs.json', { nowhere: { title: 'x' } }, 'record nowhere: there is no record'],
    ['translations/id/practices.json', [], 'must be records by name'],
  ])('refuses what %s says wrongly of a record', async (file, content, words) => {
    await writeFile(join(folder, file), JSON.stringify(content));
    await expect(readSeedFiles(folder)).rejects.toThrow(words);
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
