import type { FacetView } from '#components/search/facet-list.tsx';
import { Local } from '#components/site/local.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import { CITY_KINDS, type CityList, COASTS, FORUMS, SIZE_BANDS } from '#lib/cities/contract.ts';
import { COUNTRIES } from '#lib/platform/fields.ts';
import type { Topic } from '#lib/topics/contract.ts';

const FACETS = ['country', 'topic', 'kind', 'coast', 'size', 'forum'] as const;
type Name = (typeof FACETS)[number];
type Chosen = Partial<Record<Name, readonly string[] | undefined>>;

/** The filters of the list with their words: bands of size in their order, the rest by the alphabet. */
export function useCityFacets(topics: Topic[], counts: CityList['facets'], chosen: Chosen): FacetView[] {
  const t = useTranslations('cities');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const byAlphabet = useAlphabet();
  const values: Record<Name, { value: string; label: FacetView['values'][number]['label'] }[]> = {
    country: byAlphabet(COUNTRIES, (value) => common(`country.${value}`)),
    topic: byAlphabet(topics, (topic) => topic.label.text).map(({ value, label }) => ({
      value: value.code,
      label: <Local of={{ ...value.label, text: label }} />,
    })),
    kind: byAlphabet(CITY_KINDS, (value) => words(`kind.${value}`)),
    coast: COASTS.map((value) => ({ value, label: words(`coast.${value}`) })),
    size: SIZE_BANDS.map((value) => ({ value, label: words(`size.${value}`) })),
    forum: FORUMS.map((value) => ({ value, label: words(`forum.${value}`) })),
  };
  return FACETS.map((name) => {
    const count = new Map(counts[name].map((one) => [one.value, one.count]));
    return {
      name,
      legend: t(`facet.${name}`),
      ...OPENNESS[name],
      values: values[name].map(({ value, label }) => ({
        value,
        label,
        count: count.get(value) ?? 0,
        isChosen: chosen[name]?.includes(value) ?? false,
      })),
    };
  });
}

const OPENNESS: Partial<Record<Name, Pick<FacetView, 'isOpen' | 'first'>>> = {
  country: { isOpen: true },
  topic: { first: 8 },
};

function useAlphabet() {
  const language = useLocale();
  return <Value,>(values: readonly Value[], labelOf: (value: Value) => string) =>
    values
      .map((value) => ({ value, label: labelOf(value) }))
      .sort((a, b) => a.label.localeCompare(b.label, language));
}
