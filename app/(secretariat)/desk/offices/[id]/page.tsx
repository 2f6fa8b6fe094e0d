import type { Metadata } from 'next';
import { actOnOne } from '#app/offices/actions.ts';
import { InviteForm } from '#app/offices/invite-form.tsx';
import { firstOf } from '#app/request/form.ts';
import { found } from '#app/request/found.ts';
import { officerContext } from '#app/request/signed-in.ts';
import { DoneNotice } from '#components/offices/done-notice.tsx';
import { OfficePage } from '#components/offices/office-page.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { Missing } from '#components/site/missing.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getServedOffice } from '#lib/identity/queries/offices.ts';
import { newId } from '#lib/platform/ids.ts';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offices');
  return { title: t('people.title'), robots: { index: false } };
}

export default async function ServedOfficePage({ params, searchParams }: Props) {
  const context = await officerContext();
  const { id } = await params;
  const page = context === null ? null : await found(getServedOffice(context, { id }));
  if (page === null) return <Missing />;
  const t = await getTranslations('offices');
  const { done, refused, of } = await searchParams;
  const back = `/desk/offices/${id}`;
  const undo = { of: firstOf(of), act: actOnOne, commandId: newId(), back };
  return (
    <OfficePage
      page={page}
      crumb={{ href: '/desk', label: t('ourDesk') }}
      notice={<DoneNotice done={firstOf(done)} refused={firstOf(refused)} undo={undo} />}
      act={actOnOne}
      back={back}
      newId={newId}
      form={<InviteForm office={page.office} roles={page.roles} back={back} />}
    />
  );
}
