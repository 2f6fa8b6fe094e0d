import type { Metadata } from 'next';
import { ownCity } from '#app/(member)/our-city/own-city.ts';
import { Handover } from '#components/offices/handover.tsx';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getCity } from '#lib/cities/queries.ts';
import { listDrafts } from '#lib/drafts/queries.ts';
import { getOfficeOfCity, getToday } from '#lib/identity/queries/offices.ts';
import { listOwnNeeds } from '#lib/needs/queries.ts';
import { listOwnPractices } from '#lib/practices/queries.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offices');
  return { title: t('handover.link'), robots: { index: false } };
}

export default async function HandoverPage() {
  const own = await ownCity();
  if (own === null) return <Missing />;
  const { context, slug, name } = own;
  const asked = { citySlug: slug };
  const [city, page, drafts, practices, needs, today] = await Promise.all([
    getCity(context, { slug }),
    getOfficeOfCity(context, { slug }),
    listDrafts(context, asked),
    listOwnPractices(context, asked),
    listOwnNeeds(context, asked),
    getToday(context, {}),
  ]);
  const members = city.forums.filter(({ status }) => status === 'member').map(({ forum }) => forum);
  return (
    <Handover
      city={name}
      today={today}
      people={page.people}
      drafts={drafts}
      records={[...needs, ...practices]}
      secretariats={members.length > 0 ? members : ['AGMF']}
    />
  );
}
