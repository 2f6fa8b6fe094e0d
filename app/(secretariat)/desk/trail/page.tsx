import type { Metadata } from 'next';
import { firstOf } from '#app/request/form.ts';
import { officerContext } from '#app/request/signed-in.ts';
import { DeskTitle } from '#components/desk/desk-title.tsx';
import { TrailFilter, TrailTable } from '#components/desk/trail-table.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { More } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import { getTranslations } from '#i18n/words.ts';
import { TRAIL_ACTORS, TRAIL_DAYS, TRAIL_KINDS } from '#lib/identity/contract.ts';
import { listTrail } from '#lib/identity/queries/trail.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk');
  return { title: t('look.trail'), robots: { index: false } };
}

export default async function TrailPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const context = await officerContext();
  if (context === null) return null;
  const query = await searchParams;
  const kind = TRAIL_KINDS.find((one) => one === firstOf(query.kind));
  const days = TRAIL_DAYS.find((one) => String(one) === firstOf(query.days)) ?? 30;
  const by = firstOf(query.by) === 'everybody' ? 'everybody' : 'people';
  const { items, next } = await listTrail(context, { kind, days, by, before: firstOf(query.before) });
  const t = await getTranslations('desk');
  const older = new URLSearchParams({ kind: kind ?? '', days: String(days), by, before: next ?? '' });
  return (
    <>
      <DeskTitle title={t('look.trail')} under={t('trail.under')} />
      <TrailFilter
        kinds={TRAIL_KINDS}
        actors={TRAIL_ACTORS}
        choices={TRAIL_DAYS}
        kind={kind ?? ''}
        by={by}
        days={days}
      />
      <Section title={t('trail.title')} place="block">
        {items.length === 0 ? <p>{t('trail.none')}</p> : <TrailTable items={items} />}
        {next === null ? null : (
          <More>
            <a href={`/desk/trail?${older}`}>{t('older')}</a>
          </More>
        )}
      </Section>
    </>
  );
}
