import type { Metadata } from 'next';
import { sendInvitation } from '#app/offices/actions.ts';
import { firstOf, formWords } from '#app/request/form.ts';
import { officerContext } from '#app/request/signed-in.ts';
import { ActionForm } from '#components/offices/action-form.tsx';
import { inviteFields } from '#components/offices/invite-fields.ts';
import type { Parameters } from '#components/search/read-parameters.ts';
import { PageTitle } from '#components/ui/page-title.tsx';
import { getTranslations } from '#i18n/words.ts';
import { ROLES } from '#lib/core/actor.ts';
import { listServedOffices } from '#lib/identity/queries/offices.ts';
import { referenceOf } from '#lib/identity/rules.ts';
import { newId } from '#lib/platform/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offices');
  return { title: t('people.invite'), robots: { index: false } };
}

export default async function InvitePage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const context = await officerContext();
  if (context === null) return null;
  const t = await getTranslations('offices');
  const c = await getTranslations('common');
  const offices = await listServedOffices(context, {});
  const options = offices.map((office) => ({ value: referenceOf(office), label: office.name }));
  const [office, observer, role, ...rest] = inviteFields(t, ROLES, options);
  const asked = firstOf((await searchParams).office);
  return (
    <>
      <PageTitle
        crumbs={[{ href: '/desk', label: t('ourDesk') }]}
        crumbsLabel={c('breadcrumbs')}
        title={t('people.invite')}
        under={t('people.inviteHint')}
      />
      <ActionForm
        name="invite"
        action={sendInvitation}
        commandId={newId()}
        hidden={{ back: '/desk' }}
        fields={[
          ...(office === undefined ? [] : [{ ...office, value: asked ?? '' }]),
          ...(observer === undefined ? [] : [observer]),
          ...(role === undefined ? [] : [{ ...role, value: 'focal-point' }]),
          ...rest,
        ]}
        words={await formWords(t('button.invite'), t('ourDesk'))}
        cancelHref="/desk"
      />
    </>
  );
}
