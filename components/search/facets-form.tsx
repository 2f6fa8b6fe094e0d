import { Actions, Button } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { FilterValues } from './address.ts';
import { FacetList, type FacetView, isEmptyFacet } from './facet-list.tsx';
import { HiddenValues } from './hidden-values.tsx';
import { IDS } from './live-page.ts';

type Props = {
  path: string;
  facets: FacetView[];
  /** What the form must carry along although it is chosen elsewhere: the words asked for, a city. */
  kept: FilterValues;
};

/** The filters of a list. The button is for those without scripts, and leads to the results for the others. */
export function FacetsForm({ path, facets, kept }: Props) {
  const t = useTranslations('search');
  // Where nothing was found there is nothing to tick.
  if (facets.every(isEmptyFacet)) return null;
  return (
    <div className="facets">
      <Section title={t('narrow')} id="narrow">
        <form id={IDS.facets} action={path}>
          <HiddenValues values={kept} />
          {facets.map((facet) => (
            <FacetList key={facet.name} {...facet} />
          ))}
          <Actions>
            <Button isLine>{t('apply')}</Button>
          </Actions>
        </form>
      </Section>
    </div>
  );
}
