import { firstOf } from '#app/request/form.ts';
import type { Asking } from '#components/exchanges/ask-page.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getCity } from '#lib/cities/queries.ts';
import type { Person } from '#lib/core/actor.ts';
import type { Context } from '#lib/core/context.ts';
import { SalingError } from '#lib/core/errors.ts';
import { isSpeaker } from '#lib/drafts/policy.ts';
import { EXCHANGE_SIZES } from '#lib/exchanges/contract.ts';
import type { Match } from '#lib/matching/contract.ts';
import { getMatches } from '#lib/matching/queries.ts';
import { getNeed } from '#lib/needs/queries.ts';
import { getPractice } from '#lib/practices/queries.ts';

type Given = Record<string, string | string[] | undefined>;

/** What is there; undefined for what the reader cannot see or what cannot be a name. */
async function orNothing<Result>(read: Promise<Result>): Promise<Result | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof SalingError && ['not-found', 'invalid'].includes(error.code)) return undefined;
    throw error;
  }
}

/** The cities whose office the reader acts for; null for who acts for none. */
export function ownCities({ appointments }: Person): Asking['cities'] | null {
  const cities = new Map<string, Asking['cities'][number]>();
  for (const { citySlug, organisationName, role } of appointments) {
    if (citySlug === null) continue;
    const isSpeaking = isSpeaker(role) || cities.get(citySlug)?.isSpeaking === true;
    cities.set(citySlug, { slug: citySlug, name: organisationName, isSpeaking });
  }
  return cities.size === 0 ? null : [...cities.values()];
}

/** The form filled in from the match of the two cities, as far as there is one. */
export async function loadAsking(
  context: Context,
  cities: Asking['cities'],
  given: Given,
): Promise<Asking | { cities: Asking['cities']; other: null }> {
  const text = (name: string) => firstOf(given[name]) ?? '';
  const own = cities.find(({ slug }) => slug === text('city')) ?? cities[0];
  const other = await orNothing(getCity(context, { slug: text('with') }));
  if (own === undefined || other === undefined) return { cities, other: null };
  const { languages } = await getCity(context, { slug: own.slug });
  const match = await matchWith(context, own.slug, other.slug);
  const learn = match?.learn.covers.find(({ need, practice }) =>
    text('practice') === ''
      ? text('need') === '' || need.id === text('need')
      : practice.id === text('practice'),
  );
  const need = await orNothing(getNeed(context, { id: text('need') || (learn?.need.id ?? '') }));
  const practice = await orNothing(
    getPractice(context, { id: text('practice') || (learn?.practice.id ?? '') }),
  );
  const shared = languages.filter((code) => other.languages.includes(code));
  const size = EXCHANGE_SIZES.find((one) => one === text('size')) ?? 'question';
  return {
    cities,
    own,
    other,
    need: need === undefined ? null : { id: need.id, title: need.title },
    practice: practice === undefined ? null : { id: practice.id, title: practice.title },
    values: {
      size,
      question: await questionFor(practice?.title.text, need?.title.text, other.name),
      offer: await offerOf(match),
      languages: (shared.length > 0 ? shared : ['en']).join(' '),
    },
    languages: [...new Set(['en', ...languages, ...other.languages])],
  };
}

async function matchWith(context: Context, slug: string, other: string): Promise<Match | undefined> {
  for (const mode of ['exchange', 'learn-from'] as const) {
    const list = await orNothing(getMatches(context, { slug, mode, limit: 100 }));
    const match = list?.items.find(({ city }) => city.slug === other);
    if (match !== undefined) return match;
  }
  return undefined;
}

async function questionFor(practice: string | undefined, need: string | undefined, other: string) {
  const t = await getTranslations('exchanges.filledIn');
  if (practice !== undefined && need !== undefined) return t('question', { practice, need });
  if (practice !== undefined) return t('aboutPractice', { practice });
  return need === undefined ? '' : t('aboutNeed', { need, other });
}

/** What we have that fits a need of theirs. */
async function offerOf(match: Match | undefined): Promise<string> {
  const cover = match?.share.covers[0];
  if (cover === undefined) return '';
  const t = await getTranslations('exchanges.filledIn');
  return t('offer', { practice: cover.practice.title.text, need: cover.need.title.text });
}
