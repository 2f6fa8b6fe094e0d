import type { Metadata } from 'next';
import { actOnMany } from '#app/desk/actions.ts';
import { firstOf } from '#app/request/form.ts';
import { officerContext } from '#app/request/signed-in.ts';
import { BulkResult } from '#components/desk/bulk-result.tsx';
import { DeskTitle } from '#components/desk/desk-title.tsx';
import { FailedMails, MailTable } from '#components/desk/mail-table.tsx';
import { readOutcome } from '#components/desk/outcome.ts';
import type { Parameters } from '#components/search/read-parameters.ts';
import { More } from '#components/ui/button.tsx';
import { LinkRow } from '#components/ui/links.tsx';
import { getTranslations } from '#i18n/words.ts';
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
  const state = firstOf(query.state) === 'failed' ? 'failed' : undefined;
  const { items, next } = await listMails(context, { before: firstOf(query.before), state });
  const outcome = readOutcome(query);
  const t = await getTranslations('desk');
  const older = new URLSearchParams({ ...(state ? { state } : {}), before: next ?? '' });
  return (
    <>
      <DeskTitle title={t('look.mails')} under={t('mail.under')} />
      {outcome === null ? null : <BulkResult outcome={outcome} act={actOnMany} commandId={newId()} />}
      <LinkRow
        items={[
          { href: '/desk/mails', label: t('mail.all'), isCurrent: state === undefined },
          { href: '/desk/mails?state=failed', label: t('mail.onlyFailed'), isCurrent: state !== undefined },
        ]}
      />
      {items.length === 0 ? (
        <p>{t(state === undefined ? 'mail.none' : 'mail.noneFailed')}</p>
      ) : (
        <>
          {state === undefined ? null : <FailedMails mails={items} act={actOnMany} commandId={newId()} />}
          <MailTable mails={items} act={actOnMany} commandId={newId()} />
        </>
      )}
      {next === null ? null : (
        <More>
          <a href={`/desk/mails?${older}`}>{t('older')}</a>
        </More>
      )}
    </>
  );
}
