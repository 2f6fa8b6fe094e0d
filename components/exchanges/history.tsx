import { timeInWords } from '#components/cities/day.ts';
import { Fold } from '#components/ui/fold.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import { cityOf, type SectionProps } from './section-props.ts';

/** What happened, the last first; offices acted in it, nobody is named. */
export function History({ exchange, timeZone }: SectionProps) {
  const t = useTranslations('exchanges');
  const language = useLocale();
  const lines = exchange.history.toReversed();
  return (
    <Section title={t('history.title')} id="history" place="block">
      <Fold summary={t('history.show', { count: lines.length })}>
        <ol className="plainlist">
          {lines.map(({ step, side, at }) => (
            <li key={`${at} ${step}`}>
              {t(`history.${step}`, { city: side === 'clock' ? '' : cityOf(exchange, side).name })}{' '}
              <span className="soft small">{timeInWords(at, language, timeZone)}</span>
            </li>
          ))}
        </ol>
      </Fold>
    </Section>
  );
}
