import { CityName } from '#components/site/city-name.tsx';
import { Circle } from '#components/ui/circle.tsx';
import { RecordItem, Records } from '#components/ui/record.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { CityCard } from '#lib/cities/contract.ts';
import { dayInWords } from './day.ts';

/** Cities one under the other: name, own script, what and where, what is on record in words. */
export function CityRows({ cities }: { cities: CityCard[] }) {
  const t = useTranslations('cities');
  const common = useTranslations('common');
  const words = useTranslations('vocabulary');
  return (
    <Records isBare>
      {cities.map((city) => (
        <RecordItem
          key={city.slug}
          href={`/cities/${city.slug}`}
          title={<CityName city={city} />}
          say={
            <span className="small flex flex-wrap gap-x-5">
              <span className="soft">
                {t('placed', {
                  kind: words(`kind.${city.kind}`),
                  country: common(`country.${city.country}`),
                })}
              </span>
              <OnRecord city={city} />
            </span>
          }
        />
      ))}
    </Records>
  );
}

function OnRecord({ city }: { city: CityCard }) {
  const t = useTranslations('cities');
  const language = useLocale();
  if (city.formerSince !== null) {
    return <span className="soft">{t('formerUntil', { date: dayInWords(city.formerSince, language) })}</span>;
  }
  if (city.role === 'nothing') return <span className="soft">{t('nothingYet')}</span>;
  return (
    <>
      {city.needCount > 0 ? (
        <span className="need">
          <Circle kind="open" /> {t('looksFor')}
        </span>
      ) : null}
      {city.practiceCount > 0 ? (
        <span className="prac">
          <Circle kind="filled" /> {t('canShare')}
        </span>
      ) : null}
    </>
  );
}
