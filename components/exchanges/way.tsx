import { DataTable } from '#components/ui/data-table.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import { hasEnded, type Stop, wayOf } from './path.ts';
import { cityOf, type SectionProps } from './section-props.ts';
import { useDay } from './words.ts';

/** The way from a need to a practice, drawn; the same as a table one press away. */
export function Way({ exchange, timeZone }: SectionProps) {
  const t = useTranslations('exchanges');
  const day = useDay(timeZone);
  const way = wayOf(exchange);
  const when = (stop: Stop) => {
    if (stop.reached !== null) return day(stop.reached.at);
    if (stop.status === 'now' && stop.station === 'accepted' && exchange.dueAt !== null)
      return t('way.until', { date: day(exchange.dueAt) });
    if (stop.station === 'followed-up' && exchange.nextCheck !== null)
      return t('way.check', { month: exchange.nextCheck.month, date: day(exchange.nextCheck.dueAt) });
    return t(stop.status === 'now' ? 'way.now' : `way.hint.${stop.station}`);
  };
  const who = (stop: Stop) =>
    stop.reached === null || stop.reached.side === 'clock' ? null : cityOf(exchange, stop.reached.side).name;
  return (
    <Section title={t('way.title')} id="way">
      <ol className={`path path--${way.length}`}>
        {way.map((stop) => (
          <li
            key={stop.station}
            className={stop.status === 'done' ? undefined : stop.status}
            aria-current={stop.status === 'now' ? 'step' : undefined}
          >
            <b>{t(`way.station.${stop.station}`)}</b>
            <span className="when">
              {who(stop) === null ? when(stop) : t('way.by', { when: when(stop), city: who(stop) ?? '' })}
            </span>
          </li>
        ))}
      </ol>
      <p className="pathnote">{t(hasEnded(exchange.state) ? 'way.ended' : 'way.note')}</p>
      <Fold summary={t('way.asTable')}>
        <DataTable
          isStacked
          columns={(['step', 'state', 'when', 'who'] as const).map((key) => ({
            key,
            label: t(`way.column.${key}`),
          }))}
          rows={way.map((stop) => ({
            key: stop.station,
            cells: [
              t(`way.station.${stop.station}`),
              t(`way.status.${stop.status}`),
              when(stop),
              who(stop) ?? '—',
            ],
          }))}
        />
      </Fold>
    </Section>
  );
}
