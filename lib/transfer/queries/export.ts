import { z } from 'zod';
import { getCity } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { defineQuery } from '#lib/core/query.ts';
import { contentOf, languageOf, type Standing } from '#lib/drafts/commands/carry.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';
import { selectDraftsOfCity, selectVersionsOfCity, type VersionRow } from '#lib/drafts/store.ts';
import { factsOfOwn } from '#lib/facts/queries.ts';
import { type DescribedFile, describedFiles } from '#lib/files/queries.ts';
import { entriesOf } from '#lib/files/rules.ts';
import { needCarrier } from '#lib/needs/commands/writing.ts';
import { siteAddress } from '#lib/platform/env.ts';
import { slugField } from '#lib/platform/fields.ts';
import { practiceCarrier } from '#lib/practices/commands/writing.ts';
import {
  CARRIED,
  FILE_FORMAT,
  FILE_VERSION,
  type FileAttachment,
  type FileRecord,
  type ProfileFile,
  TOLD,
} from '#lib/transfer/contract.ts';
import { carriedOf, columnOf, textOf } from '#lib/transfer/rules.ts';
import { toFileFact, toldFactsOf } from './export-facts.ts';
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
    toldFacts: toldFactsOf(city),
    ...records,
  };
}

const exportRecords = defineQuery({
  input: cityInput,
  run: async (tx, { citySlug }, { actor }): Promise<Pick<ProfileFile, 'facts' | 'practices' | 'needs'>> => {
    const { id } = await ownCity(tx, actor, citySlug);
    const isTrial = actor.kind === 'person' && actor.isTrial;
    const facts = await factsOfOwn(tx, { cityId: id, citySlug, isTrial });
    const drafts = await selectDraftsOfCity(tx, id);
    const versions = await selectVersionsOfCity(tx, id);
    const [practices, needs] = [
      await practiceCarrier.standing(tx, id, drafts),
      await needCarrier.standing(tx, id, drafts),
    ];
    const entries = [...practices, ...needs].flatMap((one) => entriesOf(contentOf(one)));
    const files = await describedFiles(tx, [...new Set(entries.map(({ fileId }) => fileId))]);
    const known = { history: Map.groupBy(versions, (version) => version.recordId), files };
    return {
      facts: facts.map(toFileFact),
      practices: toRecords(practices, known),
      needs: toRecords(needs, known),
    };
  },
});

type Beside = { history: Map<string, VersionRow[]>; files: Map<string, DescribedFile> };

function toRecords(all: readonly Standing[], { history, files }: Beside): FileRecord[] {
  return all
    .map((one) => ({ ...toRecord(one, history.get(one.id) ?? []), attachments: attachmentsOf(one, files) }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** What the actor may not see is left out, as it is on the record's page. */
function attachmentsOf(standing: Standing, files: Beside['files']): FileAttachment[] {
  return entriesOf(contentOf(standing)).flatMap(({ fileId, caption, alt }) => {
    const file = files.get(fileId);
    if (file === undefined) return [];
    const { name, type, size, digest: checksum } = file;
    return [{ name, type, size, checksum, address: siteAddress(`/files/${fileId}`), caption, alt }];
  });
}

function toRecord(standing: Standing, versions: readonly VersionRow[]): Omit<FileRecord, 'attachments'> {
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
