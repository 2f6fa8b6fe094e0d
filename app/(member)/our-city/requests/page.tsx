import type { Metadata } from 'next';
import { answerRequest } from '#app/(member)/our-city/actions/request.ts';
import { ownCity } from '#app/(member)/our-city/own-city.ts';
import { titleOfRequest } from '#app/(member)/our-city/waiting.ts';
import { RequestsPage } from '#components/ourcity/requests-page.tsx';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getCity } from '#lib/cities/queries.ts';
import { listOwnCorrections } from '#lib/corrections/queries.ts';
import { getRights } from '#lib/drafts/queries.ts';
import { listOwnNeeds } from '#lib/needs/queries.ts';
import { newId } from '#lib/platform/ids.ts';
import { listOwnPractices } from '#lib/practices/queries.ts';

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ourcity.requests');
  return { title: t('title'), robots: { index: false } };
}

export default async function RequestsRoute({ searchParams }: Props) {
  const own = await ownCity();
  if (own === null) return <Missing />;
  const { context, slug } = own;
  const asked = { citySlug: slug };
  const [requests, rights, city, needs, practices] = await Promise.all([
    listOwnCorrections(context, asked),
    getRights(context, asked),
    getCity(context, { slug }),
    listOwnNeeds(context, asked),
    listOwnPractices(context, asked),
  ]);
  const records = [...needs, ...practices];
  return (
    <RequestsPage
      requests={requests.map((request) => ({
        request,
        title: titleOfRequest(request, records, city.name),
      }))}
      isTooLate={(await searchParams).done === 'too-late'}
      maySpeak={rights.maySpeak}
      action={answerRequest}
      newCommandId={newId}
    />
  );
}
