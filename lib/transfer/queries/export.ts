import { z } from 'zod';
import type { City } from '#lib/cities/contract.ts';
import { getCity } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { defineQuery } from '#lib/core/query.ts';
import { contentOf, languageOf, type Standing } from '#lib/drafts/commands/carry.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';
import { selectDraftsOfCity, selectVersionsOfCity, type VersionRow } from '#lib/drafts/store.ts';
import { needCarrier } from '#lib/needs/commands/writing.ts';
import { slugField } from '#lib/platform/fields.ts';
import { practiceCarrier } from '#lib/practices/commands/writing.ts';
import {
  CARRIED,
  type ExportFacts,
  FILE_FORMAT,
  FILE_VERSION,
  type FileRecord,
  type ProfileFile,
  TOLD,
} from '#lib/transfer/contract.ts';
import { carriedOf, columnOf, textOf } from '#lib/transfer/rules.ts';
import { ownCity } from './plan.ts';

const cityInput = z.object({ citySlug: slugField });

/** All that one's own city has here, as a file. @throws SalingError `not-found` to others */
export async function exportProfile(
  context: Context,
  input: z.input<typeof cityInput>,
): Promise<ProfileFile> {
  const records = await exportRecords(context, input);
  const city = await getCity(context, { slug: input.citySlug });
  return {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    writtenAt: new Date().toISOString(),
    city: {
      slug: city.slug,
      name: city.name,
      localName: city.localName?.text ?? null,
      country: city.country,
      kind: city.kind,
      version: city.version,
      confirmedAt: city.confirmedAt,
    },
    facts: factsOf(city),
    ...records,
  };
}

const exportRecords = defineQuery({
  input: cityInput,
  run: async (tx, { citySlug }, { actor }): Promise<Pick<ProfileFile, 'practices' | 'needs'>> => {
    const { id } = await ownCity(tx, actor, citySlug);
    const drafts = await selectDraftsOfCity(tx, id);
    const versions = await selectVersionsOfCity(tx, id);
    const [practices, needs] = [
      await practiceCarrier.standing(tx, id, drafts),
      await needCarrier.standing(tx, id, drafts),
    ];
    return { practices: toRecords(practices, versions), needs: toRecords(needs, versions) };
  },
});

function toRecords(all: readonly Standing[], versions: readonly VersionRow[]): FileRecord[] {
  const history = Map.groupBy(versions, (version) => version.recordId);
  return all
    .map((one) => toRecord(one, history.get(one.id) ?? []))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function toRecord(standing: Standing, versions: readonly VersionRow[]): FileRecord {
  const { kind, key, draft, published, publishedContent } = standing;
  const fields = (content: Standing['publishedContent']) =>
    carriedOf(kind, content ?? {}) as FileRecord['fields'];
  return {
    id: key,
    language: languageOf(standing),
    state: published?.state ?? draft?.state ?? 'draft',
    version: published?.version ?? 0,
    audience: published?.audience ?? 'public',
    origin: published?.origin ?? 'city',
    confirmedAt: published?.confirmedAt?.toISOString() ?? null,
    workingCopy:
      draft === null
        ? null
        : { state: draft.state, version: draft.version, savedAt: draft.updatedAt.toISOString() },
    fields: fields(contentOf(standing)),
    published:
      draft === null || published === null
        ? null
        : { language: published.language, fields: fields(publishedContent) },
    history: versions.map(({ stage, version, at, content }) => ({
      stage,
      version,
      at: at.toISOString(),
      fields: fields(content),
    })),
  };
}

function factsOf(city: City): ExportFacts {
  const fact = (name: string, value: unknown, year: number | null = null, source: string | null = null) => {
    const text = textOf(value);
    return text === '' ? [] : [{ fact: name, value: text, year, source }];
  };
  const { population } = city;
  return [
    ...fact('population', population?.value, population?.year, population?.source),
    ...fact('coast', city.coast === 'unknown' ? null : city.coast),
    ...fact('languages', city.languages),
    ...fact('time_zone', city.timeZone),
    ...fact('latitude', city.latitude),
    ...fact('longitude', city.longitude),
    ...fact('smart_cities_phase', city.smartCitiesPhase),
    ...fact('former_since', city.formerSince),
    ...city.forums.flatMap(({ forum, status, since, sourceUrl }) =>
      fact(
        `forum_${forum.toLowerCase()}`,
        status,
        since === null ? null : Number(since.slice(0, 4)),
        sourceUrl,
      ),
    ),
  ];
}

/** Practices or needs as a table whose first row names the columns. */
export function recordTable(kind: DraftKind, { practices, needs }: ProfileFile): string[][] {
  const fields: readonly string[] = CARRIED[kind];
  const told = TOLD.filter((name) => !fields.includes(name));
  const head = ['kind', 'id', 'language', ...fields, ...told].map(columnOf);
  const rows = (kind === 'practice' ? practices : needs).map((record) => [
    kind,
    record.id,
    record.language,
    ...fields.map((field) => textOf(record.fields[field])),
    ...told.map((name) => textOf(name === 'workingCopy' ? record.workingCopy?.state : record[name])),
  ]);
  return [head, ...rows];
}

export function factTable({ facts }: ProfileFile): string[][] {
  return [
    ['fact', 'value', 'year', 'source'],
    ...facts.map(({ fact, value, year, source }) => [fact, value, textOf(year), source ?? '']),
  ];
}
