import type { ReactNode } from 'react';
import { Local } from '#components/site/local.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { Facet } from '#lib/cities/contract.ts';
import { COUNTRIES, PILLARS } from '#lib/platform/fields.ts';
import { EVIDENCE_KINDS, YEAR_SPANS } from '#lib/practices/contract.ts';
import type { Topic } from '#lib/topics/contract.ts';
import type { FacetValue, FacetView } from './facet-list.tsx';

type Chosen = readonly (string | number)[] | undefined;
type Name = 'topic' | 'country' | 'evidence' | 'year' | 'sdg' | 'pillar';

/** The filters of a list as a reader sees them: every possible value with its words, in the order of its words. */
export function useFacetView(topics: Topic[]) {
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const t = useTranslations('search.facet');
  const locale = useLocale();
  const goals = Array.from({ length: 17 }, (_, place) => String(place + 1));
  const values: Record<Name, { value: string; label: ReactNode; sort?: string }[]> = {
    topic: topics.map(({ code, label }) => ({ value: code, label: <Local of={label} />, sort: label.text })),
    country: COUNTRIES.map((value) => common(`country.${value}`, { value })).map((label, place) => ({
      value: COUNTRIES[place] ?? '',
      label,
      sort: label,
    })),
    evidence: EVIDENCE_KINDS.map((value) => ({ value, label: words(`evidence.${value}`) })),
    year: YEAR_SPANS.map((value) => ({ value, label: words(`year.${value}`) })),
    sdg: goals.map((value) => ({ value, label: <GoalName number={Number(value)} /> })),
    pillar: PILLARS.map((value) => ({ value, label: words(`pillar.${value}`) })),
  };
  return (name: Name, counts: Facet, chosen: Chosen, more: Partial<FacetView> = {}): FacetView => {
    const count = new Map(counts.map((one) => [one.value, one.count]));
    const picked = new Set(chosen?.map(String));
    const views = [...values[name]]
      .sort((a, b) => (a.sort ?? '').localeCompare(b.sort ?? '', locale))
      .map(
        ({ value, label }): FacetValue => ({
          value,
          label,
          count: count.get(value) ?? 0,
          isChosen: picked.has(value),
        }),
      );
    return { name, legend: t(name), values: views, ...more };
  };
}

/** "11. Sustainable Cities and Communities" */
export function GoalName({ number }: { number: number }) {
  const t = useTranslations('vocabulary');
  return t('sdgNumbered', { number, title: t(`sdg.${String(number)}`) });
}
