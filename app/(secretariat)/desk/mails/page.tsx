import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { actOnOne } from '#app/offices/actions.ts';
import { firstOf } from '#app/request/form.ts';
import { officerContext } from '#app/request/signed-in.ts';
import { DeskTitle } from '#components/desk/desk-title.tsx';
import { MailTable } from '#components/desk/mail-table.tsx';
import { DoneNotice } from '#components/offices/done-notice.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { More } from '#components/ui/button.tsx';
import { listMails } from '#lib/notices/queries.ts';
import { newId } from '#lib/platform/ids.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk');
  return { title: t('look.mails'), robots: { index: false } };
}

export default async function MailsPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const context = await officerContext();
  if (context === null) return null;
  const query = await searchParams;
  const { items, next } = await listMails(context, { before: firstOf(query.before) });
  const t = await getTranslations('desk');
  return (
    <>
      <DeskTitle title={t('look.mails')} under={t('mail.under')} />
      <DoneNotice done={firstOf(query.done)} refused={firstOf(query.refused)} />
      {items.length === 0 ? (
        <p>{t('mail.none')}</p>
      ) : (
        <MailTable mails={items.map((mail) => ({ mail, commandId: newId() }))} act={actOnOne} />
      )}
      {next === null ? null : (
        <More>
          <a href={`/desk/mails?before=${next}`}>{t('older')}</a>
        </More>
      )}
    </>
  );
}
