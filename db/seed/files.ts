import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { COUNTRIES, PILLARS } from '#lib/platform/fields.ts';
import { SeedFileError } from './errors.ts';

const text = z.string().trim().min(1);
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens');
const sdgs = z.array(z.number().int().min(1).max(17));
const year = z.number().int().min(1900).max(2100);

const citySchema = z.strictObject({
  slug: key,
  name: text,
  localName: text.optional(),
  country: z.enum(COUNTRIES),
  kind: z.enum(['city', 'municipality', 'province', 'regency', 'special-region']),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  coordinatesNote: text.optional(),
  population: z.number().int().min(0).optional(),
  populationYear: year.optional(),
  populationSource: text.optional(),
  coastal: z.boolean().optional(),
  capital: z.boolean(),
  timeZone: text,
  languages: z.array(text).min(1),
  ascn: z.boolean(),
  ascnPhase: text.optional(),
  formerSince: z.iso.date().optional(),
  formerNote: text.optional(),
  forums: z.array(z.enum(['AGMF', 'MGMAC'])),
  forumsNote: text.optional(),
  sources: z.array(z.url()).min(1),
});
const sourced = { sourceUrl: z.url(), sourceTitle: text, otherSources: z.array(z.url()).optional() };
const practiceSchema = z.strictObject({
  id: key,
  citySlug: key,
  title: text,
  summary: text,
  problem: text.optional(),
  actions: text.optional(),
  results: text.optional(),
  startYear: year.optional(),
  topics: z.array(key).min(1).max(12),
  sdgs,
  pillars: z.array(z.enum(PILLARS)),
  status: z.enum(['planned']).optional(),
  operatedBy: text.optional(),
  caveat: text.optional(),
  ...sourced,
});
const needSchema = z.strictObject({
  id: key,
  citySlug: key,
  title: text,
  description: text,
  topics: z.array(key).min(1).max(12),
  sdgs,
  ...sourced,
});
const topicSchema = z.strictObject({
  code: key,
  label: text,
  description: text,
  sdgs,
  pillars: z.array(z.enum(PILLARS)),
  declarationArticle: z.number().int().min(1).max(6),
});
const thesaurusSchema = z.record(
  z.string(),
  z.object({ labels: z.record(z.string(), text), terms: z.record(z.string(), z.array(text)) }),
);
const translationSchema = z.record(z.string(), z.record(z.string(), text));

export type SeedCity = z.infer<typeof citySchema>;
export type SeedPractice = z.infer<typeof practiceSchema>;
export type SeedNeed = z.infer<typeof needSchema>;
export type SeedTopic = z.infer<typeof topicSchema>;
export type SeedFiles = Awaited<ReturnType<typeof readSeedFiles>>;

/** Reads and checks all files of a data folder. @throws SeedFileError for the first fault found. */
export async function readSeedFiles(folder: string) {
  const topics = await readList(folder, 'topics.json', topicSchema, 'code');
  const cities = await readList(folder, 'cities.json', citySchema, 'slug');
  const practices = await readList(folder, 'practices.json', practiceSchema, 'id');
  const needs = await readList(folder, 'needs.json', needSchema, 'id');
  const topicCodes = new Set(topics.map((topic) => topic.code));
  const slugs = new Set(cities.map((city) => city.slug));
  for (const [file, records] of [['practices.json', practices] as const, ['needs.json', needs] as const]) {
    for (const record of records) checkReferences(file, record, slugs, topicCodes);
  }
  return {
    topics,
    cities,
    practices,
    needs,
    thesaurus: await readMap(folder, 'thesaurus.json', thesaurusSchema),
    translations: {
      topics: await readMap(folder, 'translations/id/topics.json', translationSchema),
      practices: await readMap(folder, 'translations/id/practices.json', translationSchema),
      needs: await readMap(folder, 'translations/id/needs.json', translationSchema),
    },
  };
}

function checkReferences(
  file: string,
  record: { id: string; citySlug: string; topics: string[] },
  slugs: ReadonlySet<string>,
  topicCodes: ReadonlySet<string>,
): void {
  if (!slugs.has(record.citySlug)) {
    throw new SeedFileError(file, record.id, 'citySlug', `no city is called "${record.citySlug}"`);
  }
  const unknown = record.topics.find((code) => !topicCodes.has(code));
  if (unknown !== undefined) {
    throw new SeedFileError(file, record.id, 'topics', `no topic is called "${unknown}"`);
  }
}

async function readJson(folder: string, file: string): Promise<unknown> {
  let content: string;
  try {
    content = await readFile(join(folder, file), 'utf8');
  } catch (error) {
    throw new SeedFileError(file, null, null, `cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    return JSON.parse(content);
  } catch {
    throw new SeedFileError(file, null, null, 'is not JSON');
  }
}

async function readList<Field extends string, Entry extends Record<Field, string>>(
  folder: string,
  file: string,
  schema: z.ZodType<Entry>,
  keyField: Field,
): Promise<Entry[]> {
  const content = await readJson(folder, file);
  if (!Array.isArray(content)) throw new SeedFileError(file, null, null, 'must be a list of records');
  const seen = new Set<string>();
  return content.map((raw: unknown, index) => {
    const result = schema.safeParse(raw);
    const name = nameOf(raw) ?? `number ${index + 1}`;
    if (!result.success) throw fileError(file, name, result.error);
    const recordKey = result.data[keyField];
    if (seen.has(recordKey)) throw new SeedFileError(file, name, keyField, 'is in the file twice');
    seen.add(recordKey);
    return result.data;
  });
}

async function readMap<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const result = schema.safeParse(await readJson(folder, file));
  if (!result.success) throw fileError(file, null, result.error);
  return result.data;
}

function fileError(file: string, record: string | null, error: z.ZodError): SeedFileError {
  const issue = error.issues[0];
  const isMissing = issue?.code === 'invalid_type' && issue.message.includes('received undefined');
  const path = issue?.path.map(String) ?? [];
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const field = extra ?? (path.join('.') || null);
  const problem = extra !== undefined ? 'is not a known field' : isMissing ? 'is missing' : issue?.message;
  return new SeedFileError(file, record, field, problem ?? 'is wrong');
}

function nameOf(raw: unknown): string | undefined {
  if (raw === null || typeof raw !== 'object') return undefined;
  for (const field of ['id', 'slug', 'code']) {
    const value: unknown = Reflect.get(raw, field);
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}
