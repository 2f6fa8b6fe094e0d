import type { Metadata } from 'next';
import { actOnOne } from '#app/offices/actions.ts';
import { InviteForm } from '#app/offices/invite-form.tsx';
import { firstOf } from '#app/request/form.ts';
import { found } from '#app/request/found.ts';
import { memberContext } from '#app/request/signed-in.ts';
import { DoneNotice } from '#components/offices/done-notice.tsx';
import { OfficePage } from '#components/offices/office-page.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getOwnOffice } from '#lib/identity/queries/offices.ts';
import { newId } from '#lib/platform/ids.ts';

const HERE = '/our-city/people';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offices');
  return { title: t('people.title'), robots: { index: false } };
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const page = await found(getOwnOffice(await memberContext(), {}));
  if (page === null) return <Missing />;
  const t = await getTranslations('offices');
  const { done, refused, of } = await searchParams;
  const undo = { of: firstOf(of), act: actOnOne, commandId: newId(), back: HERE };
  return (
    <OfficePage
      page={page}
      crumb={{ href: '/our-city', label: t('ourCity') }}
      notice={<DoneNotice done={firstOf(done)} refused={firstOf(refused)} undo={undo} />}
      act={actOnOne}
      back={HERE}
      newId={newId}
      form={
        page.roles.length === 0 ? null : <InviteForm office={page.office} roles={page.roles} back={HERE} />
      }
    />
  );
}
