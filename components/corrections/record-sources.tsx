import type { ReactNode } from 'react';
import { dayInWords } from '#components/cities/day.ts';
import { hostOf } from '#components/site/host.ts';
import { titleLanguage } from '#components/site/source.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { CityRef } from '#lib/cities/contract.ts';
import type { Source } from '#lib/platform/fields.ts';
import { type CorrectableKind, correctionAddress } from './address.ts';

type Props = {
  kind: CorrectableKind;
  record: {
    id: string;
    source: Source | null;
    otherSources: string[];
    origin: 'compiled' | 'city';
    confirmedAt: string | null;
    compiledOn: string | null;
    city: CityRef;
  };
  note?: ReactNode;
};

/** Sources of a record, whose statement it is not, since when, and the way to have it corrected or removed. */
export function RecordSources({ kind, record, note }: Props) {
  const t = useTranslations('corrections');
  const { source, otherSources } = record;
  return (
    <Section title={t('sources')} place="block">
      {source !== null || otherSources.length > 0 ? (
        <ul className="small grid gap-3 record-sources">
          {source ? (
            <li>
              <a href={source.url} rel="noreferrer" {...titleLanguage(source.title)}>
                {source.title ?? hostOf(source.url)}
              </a>
            </li>
          ) : null}
          {otherSources.map((url) => (
            <li key={url}>
              <a href={url} rel="noreferrer">
                {hostOf(url)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {note ? <p className="source">{note}</p> : null}
      <p className="source">
        <Origin {...record} />
      </p>
      <p className="source noprint">
        <a href={correctionAddress(kind, record.id)}>{t('ask')}</a>
      </p>
    </Section>
  );
}

function Origin({ origin, confirmedAt, compiledOn, city }: Props['record']) {
  const t = useTranslations('corrections');
  const c = useTranslations('common');
  const locale = useLocale();
  const day = (date: string) => dayInWords(date.slice(0, 10), locale);
  if (confirmedAt !== null) {
    return t(origin === 'city' ? 'statementOn' : 'confirmedOn', { date: day(confirmedAt) });
  }
  if (origin === 'city') return t('byCity');
  // Of a former city nobody is left to confirm anything.
  if (city.formerSince !== null) {
    return compiledOn === null
      ? c('compiled')
      : t('formerCompiledOn', { compiled: c('compiled'), date: day(compiledOn) });
  }
  return compiledOn === null
    ? t('notConfirmed', { compiled: c('compiled') })
    : t('compiledOn', { compiled: c('compiled'), date: day(compiledOn) });
}
