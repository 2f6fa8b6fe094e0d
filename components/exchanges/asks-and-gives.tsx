import type { ReactNode } from 'react';
import { Local } from '#components/site/local.tsx';
import { Fact, Facts } from '#components/ui/facts.tsx';
import { Direction, type End } from '#components/ui/match-card.tsx';
import { Section } from '#components/ui/section.tsx';
import { useFormatter, useTranslations } from '#i18n/words.ts';
import type { Exchange } from '#lib/exchanges/contract.ts';
import { cityOf, type SectionProps } from './section-props.ts';
import { useStretch } from './words.ts';

/** What was asked and what is offered for it, as it was written; then languages and dates. */
export function AsksAndGives({ exchange }: Pick<SectionProps, 'exchange'>) {
  const t = useTranslations('exchanges');
  const asking = cityOf(exchange, 'asking').name;
  const asked = cityOf(exchange, 'asked').name;
  const { need, practice, question, offer, size } = exchange;
  const said = (text: Exchange['question']) => (
    <span className="whitespace-pre-wrap">
      <Local of={{ ...text, isUncheckedTranslation: false }} />
    </span>
  );
  const asks: End = {
    kind: 'open',
    label: t('asks', { city: asking }),
    say: said(question),
    records: linked('needs', need),
  };
  const gives: End = {
    kind: 'filled',
    label: t('gives', { city: asked }),
    say: t(`givesWhat.${size}`),
    records: linked('practices', practice),
  };
  return (
    <Section title={t('asksAndGives')} id="asked" place="block">
      <div className="match match--in">
        <Direction from={asks} to={gives} />
        {offer === null ? (
          <p className="soft">{t('noOffer', { city: asking })}</p>
        ) : (
          <Direction
            from={{ kind: 'filled', label: t('offers', { city: asking }), say: said(offer) }}
            to={{ kind: 'open', label: t('receives', { city: asked }), say: t('receivesWhat') }}
          />
        )}
      </div>
      <Circumstances exchange={exchange} />
    </Section>
  );
}

function linked(place: 'needs' | 'practices', record: Exchange['need']): ReactNode {
  if (record === null) return undefined;
  return (
    <a href={`/${place}/${record.id}`}>
      <Local of={record.title} />
    </a>
  );
}

function Circumstances({ exchange }: Pick<SectionProps, 'exchange'>) {
  const t = useTranslations('exchanges');
  const words = useTranslations('vocabulary');
  const format = useFormatter();
  const stretch = useStretch();
  const { languages, dates } = exchange;
  if (languages.length + dates.length === 0) return null;
  const named = languages.map((code) =>
    words.has(`languageName.${code}`) ? words(`languageName.${code}`) : code,
  );
  return (
    <Facts>
      {named.length === 0 ? null : <Fact label={t('languages')}>{format.list(named)}</Fact>}
      {dates.length === 0 ? null : (
        <Fact label={t('dates')}>
          {dates.map((one) => (
            <p key={`${one.from} ${one.to}`}>{stretch(one)}</p>
          ))}
        </Fact>
      )}
    </Facts>
  );
}
