import type { CityRef } from '#lib/cities/contract.ts';
import type { Context } from '#lib/core/context.ts';
import type { OwnRecord } from '#lib/drafts/contract.ts';
import { isOutOfReach } from '#lib/drafts/policy.ts';
import type { DraftRow } from '#lib/drafts/queries.ts';
import { completeNeed, type Need } from '#lib/needs/contract.ts';
import type { NeedRow } from '#lib/needs/store.ts';
import { type LocalText, localText } from '#lib/platform/language.ts';

export function toOwnNeed(row: NeedRow, context: Context): OwnRecord {
  const original = { text: row.title, language: row.language };
  return {
    kind: 'need',
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
export function toNeedPreview(draft: DraftRow, city: CityRef, sdgs: number[]): Need {
  const fields = completeNeed.partial({ description: true, topics: true }).parse({
    ...draft.content,
    title: draft.content.title ?? '—',
    description: draft.content.description ?? undefined,
    topics: undefined,
  });
  const local = (text: string): LocalText => ({
    text,
    language: draft.language,
    isUncheckedTranslation: false,
  });
  const { affected, tried, title, description, topics: _none, attachments: _apart, ...chosen } = fields;
  return {
    ...chosen,
    id: draft.key,
    title: local(title),
    description: local(description ?? ''),
    affected: affected === null ? null : local(affected),
    tried: tried === null ? null : local(tried),
    city,
    topics: topicsOfDraft(draft),
    sdgs,
    source: null,
    otherSources: [],
    origin: 'city',
    confirmedAt: null,
    compiledOn: null,
    version: draft.version,
  };
}
