import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { digestOf } from '#lib/platform/digest.ts';
import { COUNTRIES, PILLARS } from '#lib/platform/fields.ts';
import { SAID_TIES } from '#lib/ties/contract.ts';
import { SeedFileError } from './errors.ts';

/** What PostgreSQL cannot keep: NUL, and halves of a letter. */
const canBeKept = (given: string): boolean => given.isWellFormed() && !given.includes('\u0000');
const UNKEPT = 'holds a character that cannot be kept';

const text = z.string().refine(canBeKept, UNKEPT).trim().min(1, 'must not be empty');
const key = z
  .string()
  .max(80, 'may have 80 characters at most')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens');
const link = z
  .string()
  .refine((given) => canBeKept(given) && /^https?:$/.test(URL.parse(given)?.protocol ?? ''), {
    error: 'must be an address that starts with http:// or https://',
  });
const sdgs = z.array(z.number().int().min(1).max(17));
const year = z.number().int().min(1900).max(2100);
const isKnownTo = (ask: (given: string) => unknown) => (given: string) => {
  try {
    ask(given);
    return true;
  } catch {
    return false;
  }
};
const timeZone = z.string().refine(
  isKnownTo((zone) => new Intl.DateTimeFormat('en', { timeZone: zone })),
  'is not the name of a time zone',
);
const language = z.string().refine(isKnownTo(Intl.getCanonicalLocales), 'is not the code of a language');

const citySchema = z.strictObject({
  slug: key,
  name: text,
  localName: text.optional(),
  country: z.enum(COUNTRIES),
  kind: z.enum(['city', 'municipality', 'province', 'regency', 'special-region']),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  coordinatesNote: text.optional(),
  population: z.number().int().min(0).max(1_000_000_000).optional(),
  populationYear: year.optional(),
  populationSource: text.optional(),
  coastal: z.boolean().optional(),
  capital: z.boolean(),
  timeZone,
  languages: z.array(language).min(1),
  ascn: z.boolean(),
  ascnPhase: text.optional(),
  formerSince: z.iso.date().optional(),
  formerNote: text.optional(),
  forums: z.array(z.enum(['AGMF', 'MGMAC'])),
  forumsNote: text.optional(),
  sources: z.array(link).min(1),
});
const sourced = { sourceUrl: link, sourceTitle: text, otherSources: z.array(link).optional() };
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
/** Between two places, each the key of a city of the base or a name; a record has no name of its own. */
const tieSchema = z
  .strictObject({
    from: text,
    to: text,
    subject: text,
    year: year.optional(),
    kind: z.enum(SAID_TIES),
    sourceUrl: link,
    otherSources: z.array(link).optional(),
  })
  .transform((tie) => ({ ...tie, key: `compiled:${digestOf([tie.from, tie.to, tie.kind, tie.subject])}` }));
const thesaurusSchema = z.record(
  z.string(),
  z.object({ labels: z.record(z.string(), text), terms: z.record(z.string(), z.array(text)) }),
);
const translationSchema = z.record(z.string(), z.record(z.string(), text));

export type SeedCity = z.infer<typeof citySchema>;
export type SeedPractice = z.infer<typeof practiceSchema>;
export type SeedNeed = z.infer<typeof needSchema>;
export type SeedTopic = z.infer<typeof topicSchema>;
export type SeedTie = z.infer<typeof tieSchema>;
export type SeedFiles = Awaited<ReturnType<typeof readSeedFiles>>;

/** Reads and checks all files of a data folder. @throws SeedFileError for the first fault found. */
export async function readSeedFiles(folder: string) {
  const topics = await readList(folder, 'topics.json', topicSchema, 'code');
  const cities = await readList(folder, 'cities.json', citySchema, 'slug');
  const practices = await readList(folder, 'practices.json', practiceSchema, 'id');
  const needs = await readList(folder, 'needs.json', needSchema, 'id');
  // Two ends in the base make a tie of two cities; with one end there is nobody to suggest.
  const ties = (await readList(folder, 'exchanges.json', tieSchema, 'key', true)).filter(
    ({ from, to }) => from !== to && [from, to].every((name) => cities.some(({ slug }) => slug === name)),
  );
  const topicCodes = new Set(topics.map((topic) => topic.code));
  const slugs = new Set(cities.map((city) => city.slug));
  for (const [file, records] of [['practices.json', practices] as const, ['needs.json', needs] as const]) {
    for (const record of records) checkReferences(file, record, slugs, topicCodes);
  }
  const ids = (records: { id: string }[]) => new Set(records.map(({ id }) => id));
  return {
    topics,
    cities,
    practices,
    needs,
    ties,
    thesaurus: await readMap(folder, 'thesaurus.json', thesaurusSchema, topicCodes),
    translations: {
      topics: await readMap(folder, 'translations/id/topics.json', translationSchema, topicCodes),
      practices: await readMap(folder, 'translations/id/practices.json', translationSchema, ids(practices)),
      needs: await readMap(folder, 'translations/id/needs.json', translationSchema, ids(needs)),
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

/** A mark at the beginning, as Windows writes it, is taken away. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

async function readJson(folder: string, file: string, isOptional = false): Promise<unknown> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, file));
  } catch (error) {
    if (isOptional && (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new SeedFileError(file, null, null, `cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  let content: string;
  try {
    content = utf8.decode(bytes);
  } catch {
    throw new SeedFileError(file, null, null, 'is not text in UTF-8');
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
  isOptional = false,
): Promise<Entry[]> {
  const content = await readJson(folder, file, isOptional);
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

async function readMap<Schema extends z.ZodType<Record<string, unknown>>>(
  folder: string,
  file: string,
  schema: Schema,
  names: ReadonlySet<string>,
): Promise<z.output<Schema>> {
  const result = schema.safeParse(await readJson(folder, file));
  if (!result.success) throw fileError(file, null, result.error);
  const unknown = Object.keys(result.data).find((name) => !names.has(name));
  if (unknown !== undefined) {
    throw new SeedFileError(file, shorten(unknown), null, 'there is no record of this name');
  }
  return result.data;
}

/** @param record null in a file of records by name: the name is then the first step of the path */
function fileError(file: string, record: string | null, error: z.ZodError): SeedFileError {
  const issue = error.issues[0];
  const path = [...(issue?.path.map(String) ?? []), ...extraOf(issue)].map(shorten);
  const name = record ?? path.shift() ?? null;
  return new SeedFileError(file, name, path.join('.') || null, wordsOf(issue));
}

const extraOf = (issue: z.core.$ZodIssue | undefined): string[] =>
  issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];

const KINDS: Record<string, string> = {
  array: 'a list',
  object: 'a record',
  record: 'records by name',
  int: 'a whole number',
};

/** What is wrong, in our own words. */
function wordsOf(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'unrecognized_keys':
      return 'is not a known field';
    case 'invalid_type':
      if (issue.message.includes('received undefined')) return 'is missing';
      return `must be ${KINDS[issue.expected] ?? `a ${issue.expected}`}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string'
        ? issue.message
        : `must be at least ${issue.minimum}${many(issue.origin)}`;
    case 'too_big':
      return issue.origin === 'string'
        ? issue.message
        : `must be at most ${issue.maximum}${many(issue.origin)}`;
    case 'custom':
      return issue.message;
    case 'invalid_format':
      return issue.format === 'regex' ? issue.message : 'must be a date, for example 2026-01-31';
    default:
      return 'is wrong';
  }
}

const many = (origin: string): string => (origin === 'array' ? ' in number' : '');

/** A name from a file may be anything; a line of a terminal may not. */
function shorten(name: string): string {
  const clean = name.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}]/gu, '?');
  return clean.length > 60 ? `${clean.slice(0, 60)}…` : clean;
}

function nameOf(raw: unknown): string | undefined {
  if (raw === null || typeof raw !== 'object') return undefined;
  for (const field of ['id', 'slug', 'code']) {
    const value: unknown = Reflect.get(raw, field);
    if (typeof value === 'string' && value.trim() !== '') return shorten(value);
  }
  return undefined;
}
