import type { Metadata } from 'next';
import { recordMembership } from '#app/desk/actions.ts';
import { firstOf, formWords } from '#app/request/form.ts';
import { officerContext } from '#app/request/signed-in.ts';
import { DeskTitle } from '#components/desk/desk-title.tsx';
import { ActionForm } from '#components/offices/action-form.tsx';
import type { FieldSpec } from '#components/offices/form-state.ts';
import type { Parameters } from '#components/search/read-parameters.ts';
import { Notice } from '#components/ui/notice.tsx';
import { getTranslations } from '#i18n/words.ts';
import { MEMBERSHIP_STATUSES } from '#lib/cities/contract.ts';
import { listMapCities } from '#lib/cities/queries.ts';
import { newId } from '#lib/platform/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk');
  return { title: t('membership.title'), robots: { index: false } };
}

export default async function MembershipPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const context = await officerContext();
  if (context === null) return null;
  const t = await getTranslations('desk');
  const words = await getTranslations('vocabulary');
  const cities = await listMapCities(context, {});
  const forums = context.actor.appointments.flatMap(({ forum }) => forum ?? []);
  const fields: FieldSpec[] = [
    {
      kind: 'select',
      name: 'slug',
      label: t('membership.city'),
      value: firstOf((await searchParams).city),
      options: cities.map(({ slug, name }) => ({ value: slug, label: name })),
    },
    {
      kind: 'select',
      name: 'forum',
      label: t('membership.forum'),
      options: forums.map((forum) => ({ value: forum, label: forum })),
    },
    {
      kind: 'select',
      name: 'status',
      label: t('membership.status'),
      value: 'to-be-confirmed',
      options: MEMBERSHIP_STATUSES.map((status) => ({
        value: status,
        label: words(`forumStatus.${status}`),
      })),
    },
    { kind: 'date', name: 'since', label: t('membership.since'), hint: t('membership.sinceHint') },
    { kind: 'text', name: 'sourceUrl', label: t('membership.source'), hint: t('membership.sourceHint') },
  ];
  return (
    <>
      <DeskTitle title={t('membership.title')} under={t('membership.under')} />
      {context.actor.isTrial ? (
        <Notice>{t('membership.trial')}</Notice>
      ) : (
        <ActionForm
          name="membership"
          action={recordMembership}
          commandId={newId()}
          fields={fields}
          words={await formWords(t('membership.send'), t('metaTitle'))}
          cancelHref="/desk"
        />
      )}
    </>
  );
}
