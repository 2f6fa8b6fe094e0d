import type { CityRef } from '#lib/cities/contract.ts';
import { compiledOn } from '#lib/core/compiled.ts';
import type { Need } from '#lib/needs/contract.ts';
import type { NeedRow } from '#lib/needs/store.ts';
import { type InterfaceLanguage, localText } from '#lib/platform/language.ts';

export function toNeed(row: NeedRow, city: CityRef, reader: InterfaceLanguage): Need {
  const text = (field: 'title' | 'description') =>
    localText({ text: row[field], language: row.language }, field, row.translations, reader);
  const optional = (field: 'affected' | 'tried') => {
    const original = row[field];
    if (original === null || original === '') return null;
    return localText({ text: original, language: row.language }, field, row.translations, reader);
  };
  return {
    id: row.key,
    title: text('title'),
    description: text('description'),
    affected: optional('affected'),
    tried: optional('tried'),
    obstacles: row.obstacles,
    helpWanted: row.helpWanted,
    finance: row.finance,
    projectStage: row.projectStage,
    urgency: row.urgency,
    audience: row.audience,
    spokenLanguages: row.spokenLanguages,
    contactOffice: row.contactOffice,
    city,
    topics: row.topics,
    sdgs: row.sdgs,
    source: row.sourceUrl === null ? null : { url: row.sourceUrl, title: row.sourceTitle },
    otherSources: row.otherSources,
    origin: row.origin,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    compiledOn: compiledOn(row),
    version: row.version,
  };
}
