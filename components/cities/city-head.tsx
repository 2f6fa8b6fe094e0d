import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { City } from '#lib/cities/contract.ts';
import { dayInWords } from './day.ts';
import { localTime } from './local-time.ts';

/** Name, own script, what kind of local government where, the time there, and whose words this page holds. */
export function CityHead({ city, now }: { city: City; now: Date }) {
  const t = useTranslations('cities');
  const common = useTranslations('common');
  const language = useLocale();
  return (
    <>
      <PageTitle
        crumbs={[{ href: '/cities', label: t('title') }]}
        crumbsLabel={common('breadcrumbs')}
        title={city.name}
        own={city.localName}
        under={<Under city={city} now={now} />}
      />
      {city.origin === 'compiled' ? (
        <Notice>
          {t.rich(noticeOf(city), {
            compiled: common('compiled'),
            date: city.compiledOn === null ? '' : dayInWords(city.compiledOn, language),
            a: (words) => (
              <a
                key="a"
                className="noprint"
                href={`/corrections/new?kind=city&id=${city.slug}`}
                rel="nofollow"
              >
                {words}
              </a>
            ),
          })}
        </Notice>
      ) : null}
    </>
  );
}

function noticeOf({ formerSince, facts }: City): 'notice' | 'noticeFormer' | 'noticePartly' {
  if (formerSince !== null) return 'noticeFormer';
  return facts.some((fact) => fact.origin === 'city') ? 'noticePartly' : 'notice';
}

function Under({ city, now }: { city: City; now: Date }) {
  const t = useTranslations('cities');
  const common = useTranslations('common');
  const words = useTranslations('vocabulary');
  const language = useLocale();
  const placed = { kind: words(`kind.${city.kind}`), country: common(`country.${city.country}`) };
  if (city.formerSince !== null) {
    return t('underFormer', {
      ...placed,
      date: dayInWords(city.formerSince, language),
    });
  }
  const { clock, offset } = localTime(city.timeZone, language, now);
  return t.rich('under', {
    ...placed,
    offset,
    clock: () => (
      <time key="clock" dateTime={now.toISOString()}>
        {clock}
      </time>
    ),
  });
}
