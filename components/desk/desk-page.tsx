import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { dayInWords } from '#components/cities/day.ts';
import { Actions, ButtonLink } from '#components/ui/button.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';

type Props = {
  forums: readonly string[];
  today: string;
  isTrial: boolean;
  notice: ReactNode;
  requests: ReactNode;
  toConfirm: ReactNode;
  invitations: ReactNode;
  evidence: ReactNode;
  aside: ReactNode;
};

/** What to do next, in lists. Null stands for a list with nothing in it. */
export function DeskPage(props: Props) {
  const t = useTranslations('desk');
  const locale = useLocale();
  const { forums, today, isTrial, notice, requests, toConfirm, invitations, evidence, aside } = props;
  return (
    <>
      <PageTitle
        title={t('title', { forums: forums.join(', ') })}
        under={t(isTrial ? 'underTrial' : 'under', { day: dayInWords(today, locale) })}
      />
      {notice}
      <Section title={t('requests.title')} id="requests">
        {requests ?? <p>{t('requests.none')}</p>}
        <p className="source">{t('requests.hint')}</p>
      </Section>
      <Columns isBlock>
        <div>
          <Section title={t('confirm.title')} id="confirm">
            {toConfirm ?? <p>{t('confirm.none')}</p>}
          </Section>
          <Section title={t('invitations.title')} id="invitations" place="block">
            {invitations ?? <p>{t('invitations.none')}</p>}
            <Actions>
              <ButtonLink href="/desk/invite" isLine={invitations !== null}>
                {t('invitations.invite')}
              </ButtonLink>
              <a href="/desk/spreadsheet">{t('invitations.many')}</a>
            </Actions>
          </Section>
          {evidence}
          <Section title={t('look.title')} place="block">
            <ul className="plainlist">
              <li>
                <a href="/desk/trail">{t('look.trail')}</a>
              </li>
              <li>
                <a href="/desk/mails">{t('look.mails')}</a>
              </li>
              <li>
                <a href="/our-city/people">{t('look.people')}</a>
              </li>
              <li>
                <a href="/permissions">{t('look.permissions')}</a>
              </li>
            </ul>
          </Section>
        </div>
        <aside>{aside}</aside>
      </Columns>
    </>
  );
}
