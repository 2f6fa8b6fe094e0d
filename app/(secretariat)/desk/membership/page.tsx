import type { Metadata } from 'next';
import { recordMembership } from '#app/desk/actions.ts';
import { actOnOne } from '#app/offices/actions.ts';
import { firstOf, formWords } from '#app/request/form.ts';
import { officerContext, type SignedIn } from '#app/request/signed-in.ts';
import { DeskTitle } from '#components/desk/desk-title.tsx';
import { MembershipTable } from '#components/desk/membership-table.tsx';
import { ActionForm } from '#components/offices/action-form.tsx';
import { DoneNotice } from '#components/offices/done-notice.tsx';
import type { FieldSpec } from '#components/offices/form-state.ts';
import type { Parameters } from '#components/search/read-parameters.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Section } from '#components/ui/section.tsx';
import { getTranslations } from '#i18n/words.ts';
import { type ForumMembership, MEMBERSHIP_STATUSES } from '#lib/cities/contract.ts';
import { listForumMemberships, listMapCities } from '#lib/cities/queries.ts';
import { newId } from '#lib/platform/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk');
  return { title: t('membership.title'), robots: { index: false } };
}

export default async function MembershipPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const context = await officerContext();
  if (context === null) return null;
  const t = await getTranslations('desk');
  const query = await searchParams;
  const asked = { city: firstOf(query.city), forum: firstOf(query.forum) };
  const memberships = await listForumMemberships(context, {});
  const { isTrial } = context.actor;
  return (
    <>
      <DeskTitle title={t('membership.title')} under={t('membership.under')} />
      <DoneNotice
        done={firstOf(query.done)}
        refused={firstOf(query.refused)}
        undo={{ of: firstOf(query.of), act: actOnOne, commandId: newId(), back: '/desk/membership' }}
      />
      {isTrial ? (
        <Notice>{t('membership.trial')}</Notice>
      ) : (
        <ActionForm
          name="membership"
          action={recordMembership}
          commandId={newId()}
          fields={await fieldsOf(context, asked, memberships)}
          words={await formWords(t('membership.send'), t('metaTitle'))}
          cancelHref="/desk"
        />
      )}
      <Section title={t('membership.list')} place="block">
        {memberships.length === 0 ? (
          <p>{t('membership.none')}</p>
        ) : (
          <MembershipTable memberships={memberships} mayChange={!isTrial} />
        )}
      </Section>
    </>
  );
}

/** Fields of the form, with what is on record of the city that was asked for. */
async function fieldsOf(
  context: SignedIn,
  asked: { city: string | undefined; forum: string | undefined },
  memberships: ForumMembership[],
): Promise<FieldSpec[]> {
  const t = await getTranslations('desk');
  const words = await getTranslations('vocabulary');
  const cities = await listMapCities(context, {});
  const forums = context.actor.appointments.flatMap(({ forum }) => forum ?? []);
  const forum = forums.find((one) => one === asked.forum) ?? forums[0];
  const known = memberships.find((one) => one.city.slug === asked.city && one.forum === forum);
  return [
    {
      kind: 'select',
      name: 'slug',
      label: t('membership.city'),
      value: asked.city,
      options: cities.map(({ slug, name }) => ({ value: slug, label: name })),
    },
    {
      kind: 'select',
      name: 'forum',
      label: t('membership.forum'),
      value: forum,
      options: forums.map((one) => ({ value: one, label: one })),
    },
    {
      kind: 'select',
      name: 'status',
      label: t('membership.status'),
      value: known?.status ?? 'to-be-confirmed',
      options: MEMBERSHIP_STATUSES.map((status) => ({
        value: status,
        label: words(`forumStatus.${status}`),
      })),
    },
    {
      kind: 'date',
      name: 'since',
      label: t('membership.since'),
      hint: t('membership.sinceHint'),
      value: known?.since ?? '',
    },
    {
      kind: 'text',
      name: 'sourceUrl',
      label: t('membership.source'),
      hint: t('membership.sourceHint'),
      value: known?.sourceUrl ?? '',
    },
  ];
}
