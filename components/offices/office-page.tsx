import type { ReactNode } from 'react';
import { More } from '#components/ui/button.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { Invitation, OfficePerson, Organisation } from '#lib/identity/contract.ts';
import { InvitationList } from './invitation-list.tsx';
import { OfficeName } from './office-name.tsx';
import { PeopleList } from './people-list.tsx';

type Props = {
  page: { office: Organisation; people: OfficePerson[]; invitations: Invitation[] };
  crumb: { href: string; label: ReactNode };
  /** What the last press did. */
  notice: ReactNode;
  act: (data: FormData) => Promise<void>;
  back: string;
  newId: () => string;
  /** The form to invite; null where the reader may not. */
  form: ReactNode;
};

/** Who acts for an office, who is invited, and the form to invite. */
export function OfficePage({ page, crumb, notice, act, back, newId, form }: Props) {
  const t = useTranslations('offices');
  const c = useTranslations('common');
  const { office, people, invitations } = page;
  return (
    <>
      <PageTitle
        crumbs={[crumb]}
        crumbsLabel={c('breadcrumbs')}
        title={t('people.title')}
        under={<OfficeName office={office} />}
      />
      {notice}
      <Section title={t('people.now')}>
        {people.length === 0 ? <p>{t('people.nobody')}</p> : <PeopleList people={people} />}
        {office.kind === 'city-office' ? (
          <More>
            <a href="/our-city/handover">{t('handover.link')}</a>
          </More>
        ) : null}
      </Section>
      <Columns layout="even" isBlock>
        <Section title={t('people.invited')}>
          {invitations.length === 0 ? (
            <p>{t('people.nobodyInvited')}</p>
          ) : (
            <InvitationList
              invitations={invitations.map((invitation) => ({ invitation, commandId: newId() }))}
              act={act}
              back={back}
            />
          )}
        </Section>
        {form === null ? null : (
          <Section title={t('people.invite')} hint={t('people.inviteHint')}>
            {form}
          </Section>
        )}
      </Columns>
    </>
  );
}
