import { found } from '#app/request/found.ts';
import { type CorrectableKind, isCorrectableKind } from '#components/corrections/address.ts';
import type { Parameters } from '#components/search/read-parameters.ts';
import { getCity } from '#lib/cities/queries.ts';
import type { Context } from '#lib/core/context.ts';
import { notFound as noSuchRecord } from '#lib/core/errors.ts';
import { getNeed } from '#lib/needs/queries.ts';
import type { LocalText } from '#lib/platform/language.ts';
import { getPractice } from '#lib/practices/queries.ts';

export type NamedRecord = { kind: CorrectableKind; id: string; title: LocalText; cityName: string };

/** The record that an address names; null, and the answer 404, where there is none. */
export function readRecord(context: Context, { kind, id }: Parameters): Promise<NamedRecord | null> {
  return found(named(context, kind, typeof id === 'string' ? id : ''));
}

async function named(context: Context, kind: unknown, id: string): Promise<NamedRecord> {
  if (!isCorrectableKind(kind)) throw noSuchRecord();
  if (kind === 'city') {
    const { name } = await getCity(context, { slug: id });
    const title = { text: name, language: context.language, isUncheckedTranslation: false };
    return { kind, id, title, cityName: name };
  }
  const { title, city } = await (kind === 'need' ? getNeed : getPractice)(context, { id });
  return { kind, id, title, cityName: city.name };
}
