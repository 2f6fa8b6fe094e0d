import type { ReactNode } from 'react';
import { NeedRecord } from '#components/records/need-record.tsx';
import { PracticeRecord } from '#components/records/practice-record.tsx';
import { Actions, ButtonLink, More } from '#components/ui/button.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { Records } from '#components/ui/record.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { City } from '#lib/cities/contract.ts';
import type { Need } from '#lib/needs/contract.ts';
import type { PracticeCard } from '#lib/practices/contract.ts';

type Props = {
  city: City;
  needs: Need[];
  practices: PracticeCard[];
  /** Where partners are suggested; absent where such pages do not answer. */
  partnersHref?: string | undefined;
  /** Where the city is asked; absent on the page of one's own and of a former one. */
  askHref?: string | undefined;
  /** Where the city lies: below what it looks for. */
  place: ReactNode;
};

/** What a city looks for and what it can share, side by side. */
export function CityRecords({ city, needs, practices, partnersHref, askHref, place }: Props) {
  const t = useTranslations('cities');
  const { name } = city;
  const titles =
    city.formerSince === null
      ? { needs: t('looksForTitle', { city: name }), practices: t('canShareTitle', { city: name }) }
      : { needs: t('looksForFormer', { city: name }), practices: t('canShareFormer', { city: name }) };
  return (
    <Columns layout="even" isBlock>
      <Section title={titles.needs}>
        {needs.length > 0 ? (
          <Records>
            {needs.map((need) => (
              <NeedRecord key={need.id} need={need} isOwnCity />
            ))}
          </Records>
        ) : (
          <>
            <p>{t('noNeeds', { city: name })}</p>
            <More>
              <a href="/#problem">{t('describe')}</a>
            </More>
          </>
        )}
        {partnersHref ? (
          <Actions>
            <ButtonLink href={partnersHref}>{t('partners', { city: name })}</ButtonLink>
          </Actions>
        ) : null}
        {place}
      </Section>
      <Section title={titles.practices}>
        {practices.length > 0 ? (
          <Records>
            {practices.map((practice) => (
              <PracticeRecord key={practice.id} practice={practice} isOwnCity />
            ))}
          </Records>
        ) : (
          <p>{t('noPractices', { city: name })}</p>
        )}
        {askHref ? (
          <Actions>
            <ButtonLink href={askHref} isLine={partnersHref !== undefined}>
              {t('ask', { city: name })}
            </ButtonLink>
          </Actions>
        ) : null}
      </Section>
    </Columns>
  );
}
