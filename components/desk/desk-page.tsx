import type { ReactNode } from 'react';
import { dayInWords } from '#components/cities/day.ts';
import { Actions, ButtonLink } from '#components/ui/button.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { SearchLine } from '#components/ui/search-line.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import { NothingHere } from './part.tsx';

type Props = {
  forums: readonly string[];
  today: string;
  isTrial: boolean;
  /** The words that the lists are narrowed to; empty for everything. */
  words: string;
  notice: ReactNode;
  requests: ReactNode;
  toConfirm: ReactNode;
  invitations: ReactNode;
  evidence: ReactNode;
  exchanges: ReactNode;
  aside: ReactNode;
};

/** What to do next, in lists. Null stands for a list with nothing in it. */
export function DeskPage(props: Props) {
  const t = useTranslations('desk');
  const locale = useLocale();
  const {
    forums,
    today,
    isTrial,
    words,
    notice,
    requests,
    toConfirm,
    invitations,
    evidence,
    exchanges,
    aside,
  } = props;
  return (
    <>
      <PageTitle
        title={t('title', { forums: forums.join(', ') })}
        under={t(isTrial ? 'underTrial' : 'under', { day: dayInWords(today, locale) })}
      />
      <DeskFilter words={words} />
      {notice}
      <Section title={t('requests.title')} id="requests" place="block">
        {requests ?? <NothingHere words={words}>{t('requests.none')}</NothingHere>}
        <p className="source">{t('requests.hint')}</p>
      </Section>
      {exchanges}
      <Columns isBlock>
        <div>
          <Section title={t('confirm.title')} id="confirm">
            {toConfirm ?? <NothingHere words={words}>{t('confirm.none')}</NothingHere>}
          </Section>
          <Section title={t('invitations.title')} id="invitations" place="block">
            {invitations ?? <NothingHere words={words}>{t('invitations.none')}</NothingHere>}
            <Actions>
              <ButtonLink href="/desk/invite" isLine={invitations !== null}>
                {t('invitations.invite')}
              </ButtonLink>
              <a href="/desk/spreadsheet">{t('invitations.many')}</a>
            </Actions>
          </Section>
          <Section title={t('evidence.title')} id="evidence" place="block" hint={t('evidence.hint')}>
            {evidence ?? <NothingHere words={words}>{t('evidence.none')}</NothingHere>}
          </Section>
          <Section title={t('look.title')} place="block">
            <ul className="plainlist">
              <li>
                <a href="/desk/exchanges">{t('look.exchanges')}</a>
              </li>
              <li>
                <a href="/desk/trail">{t('look.trail')}</a>
              </li>
              <li>
                <a href="/desk/mails">{t('look.mails')}</a>
              </li>
              <li>
                <a href="/desk/held">{t('look.held')}</a>
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

/** Narrows every list below to a city, a country or other words. */
function DeskFilter({ words }: { words: string }) {
  const t = useTranslations('desk');
  return (
    <search>
      <form action="/desk" className="read">
        <SearchLine
          id="desk-words"
          name="q"
          label={t('find.label')}
          value={words}
          button={t('find.button')}
          maxLength={200}
        />
        {words === '' ? null : (
          <p className="hint">
            {t('find.narrowed', { words })} <a href="/desk">{t('find.everything')}</a>
          </p>
        )}
      </form>
    </search>
  );
}
