import type { Metadata } from 'next';
import { claimItems } from '#app/(member)/our-city/claim-items.ts';
import { ownCity } from '#app/(member)/our-city/own-city.ts';
import { ClaimPage, type Named } from '#components/claim/claim-page.tsx';
import { nextOpen } from '#components/claim/items.ts';
import { Local } from '#components/site/local.tsx';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getRights, listDrafts } from '#lib/drafts/queries.ts';
import { listOwnFacts } from '#lib/facts/queries.ts';
import { listOwnNeeds } from '#lib/needs/queries.ts';
import { listOwnPractices } from '#lib/practices/queries.ts';
import { ClaimDone } from './claim-done.tsx';
import { CurrentClaim } from './current-claim.tsx';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('claim');
  return { title: t('metaTitle'), robots: { index: false } };
}

export default async function ClaimRoute({ searchParams }: Props) {
  const own = await ownCity();
  if (own === null) return <Missing />;
  const { context, slug, name } = own;
  const asked = { citySlug: slug };
  const [facts, needs, practices, drafts, rights] = await Promise.all([
    listOwnFacts(context, asked),
    listOwnNeeds(context, asked),
    listOwnPractices(context, asked),
    listDrafts(context, asked),
    getRights(context, asked),
  ]);
  const records = [...needs, ...practices];
  const t = await getTranslations('facts.label');
  const items = claimItems({ facts, records, drafts }).map((item): Named => {
    const record = records.find(({ kind, id }) => kind === item.kind && id === item.id);
    const fact = facts.find(({ key }) => key === item.id);
    const label = record ? <Local key={item.id} of={record.title} /> : fact ? t(fact.key) : item.id;
    return { ...item, name: label };
  });
  const query = await searchParams;
  const chosen = items.find(({ kind, id }) => kind === query.kind && id === query.id);
  const isDone = typeof query.done === 'string' && chosen !== undefined;
  const here = isDone ? nextOpen(items, chosen) : (chosen ?? nextOpen(items));
  const common = { facts, maySpeak: rights.maySpeak };
  return (
    <ClaimPage
      city={name}
      items={items}
      isTrial={rights.isTrial}
      here={here}
      done={isDone ? <ClaimDone {...common} item={chosen} done={String(query.done)} /> : null}
      current={
        here ? <CurrentClaim {...common} context={context} item={here} later={nextOpen(items, here)} /> : null
      }
    />
  );
}
