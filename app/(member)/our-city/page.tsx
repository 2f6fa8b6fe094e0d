import type { Metadata } from 'next';
import { noteSeen } from '#app/request/seen.ts';
import { isLookedAt } from '#components/claim/items.ts';
import { OurCityPage } from '#components/ourcity/our-city-page.tsx';
import { ProfileState } from '#components/profile/profile-state.tsx';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getCity } from '#lib/cities/queries.ts';
import { listOwnCorrections } from '#lib/corrections/queries.ts';
import { getRights, listDrafts } from '#lib/drafts/queries.ts';
import { listExchanges } from '#lib/exchanges/queries.ts';
import { listOwnFacts } from '#lib/facts/queries.ts';
import { getOfficeOfCity } from '#lib/identity/queries/offices.ts';
import { listOwnNeeds } from '#lib/needs/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { listOwnPractices } from '#lib/practices/queries.ts';
import { getProfileNews } from '#lib/profile/queries.ts';
import { confirmOurProfile } from './actions/confirm-profile.ts';
import { claimItems } from './claim-items.ts';
import { ownCity } from './own-city.ts';
import { waitingOf } from './waiting.ts';

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return { title: t('ourCity'), robots: { index: false } };
}

export default async function OurCityRoute({ searchParams }: Props) {
  const own = await ownCity();
  if (own === null) return <Missing />;
  const { context, slug, name, role } = own;
  noteSeen(context, '/our-city#profile');
  const asked = { citySlug: slug };
  const [city, rights, drafts, practices, needs, news, facts, requests, exchanges, office] =
    await Promise.all([
      getCity(context, { slug }),
      getRights(context, asked),
      listDrafts(context, asked),
      listOwnPractices(context, asked),
      listOwnNeeds(context, asked),
      getProfileNews(context, asked),
      listOwnFacts(context, asked),
      listOwnCorrections(context, asked),
      listExchanges(context, asked),
      getOfficeOfCity(context, { slug }),
    ]);
  const now = new Date();
  const records = [...needs, ...practices];
  const claimable = claimItems({ facts, records, drafts }).filter((item) => item.isChangeable);
  const unseen = claimable.filter((item) => !isLookedAt(item)).length;
  return (
    <OurCityPage
      city={{ slug, name, timeZone: city.timeZone, formerSince: city.formerSince }}
      role={role}
      now={now}
      drafts={drafts}
      records={records}
      waiting={waitingOf({
        drafts,
        records,
        unseen,
        requests,
        exchanges,
        cityName: city.name,
        rights,
        office,
        now,
      })}
      exchanges={exchanges}
      profile={<ProfileState news={news} commandId={newId()} action={confirmOurProfile} />}
      done={[(await searchParams).done].flat()[0]}
    />
  );
}
