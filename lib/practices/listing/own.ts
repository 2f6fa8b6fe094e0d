import type { CityRef } from '#lib/cities/contract.ts';
import type { Context } from '#lib/core/context.ts';
import type { OwnRecord } from '#lib/drafts/contract.ts';
import { isOutOfReach } from '#lib/drafts/policy.ts';
import type { DraftRow } from '#lib/drafts/queries.ts';
import { PILLARS } from '#lib/platform/fields.ts';
import { type LocalText, localText } from '#lib/platform/language.ts';
import { completePractice, type Practice } from '#lib/practices/contract.ts';
import type { PracticeRow } from '#lib/practices/store/records.ts';

export function toOwnPractice(row: PracticeRow, context: Context): OwnRecord {
  const original = { text: row.title, language: row.language };
  return {
    kind: 'practice',
    id: row.key,
    title: localText(original, 'title', row.translations, context.language),
    state: row.state === 'withdrawn' ? 'withdrawn' : 'published',
    origin: row.origin,
    isFromFiles: row.compiledDigest !== null,
    audience: row.audience,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    isChangeable: !isOutOfReach(context.actor, row),
    version: row.version,
  };
}

/** Topics that are chosen so far. */
export function topicsOfDraft({ content }: DraftRow): string[] {
  const { topics } = content;
  return Array.isArray(topics) ? topics.filter((code) => typeof code === 'string') : [];
}

/** What is empty still stays empty. */
export function toPreview(
  draft: DraftRow,
  city: CityRef,
  goals: { sdgs: number[]; pillars: string[] },
): Practice {
  const fields = completePractice.partial({ summary: true, topics: true }).parse({
    ...draft.content,
    title: draft.content.title ?? '—',
    summary: draft.content.summary ?? undefined,
    topics: undefined,
  });
  const local = (text: string): LocalText => ({
    text,
    language: draft.language,
    isUncheckedTranslation: false,
  });
  const optional = (text: string | null) => (text === null ? null : local(text));
  return {
    id: draft.key,
    title: local(fields.title),
    summary: local(fields.summary ?? ''),
    city,
    topics: topicsOfDraft(draft),
    sdgs: goals.sdgs,
    pillars: PILLARS.filter((pillar) => goals.pillars.includes(pillar)),
    startYear: fields.startYear,
    evidence: 'self-reported',
    stage: fields.stage,
    source: fields.sourceUrl === null ? null : { url: fields.sourceUrl, title: null },
    problem: optional(fields.problem),
    actions: optional(fields.actions),
    results: optional(fields.results),
    operatedBy: null,
    caveat: optional(fields.caveat),
    preconditions: optional(fields.preconditions),
    spokenLanguages: fields.spokenLanguages,
    contactOffice: fields.contactOffice,
    otherSources: [],
    origin: 'city',
    confirmedAt: null,
    compiledOn: null,
    version: draft.version,
  };
}
