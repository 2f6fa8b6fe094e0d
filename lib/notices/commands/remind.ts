import { jobContext } from '#lib/core/context.ts';
import { type Tx, withActor } from '#lib/core/transaction.ts';
import { type OfficeMail, toBeNamedMails } from '#lib/identity/queries/mail.ts';
import { selectNow } from '#lib/links/store.ts';
import { queueNotice } from '#lib/notices/commands/queue.ts';
import type { NoticeTemplate } from '#lib/notices/contract.ts';
import { officeParams } from '#lib/notices/reactions/offices.ts';
import { selectKeys } from '#lib/notices/store/mails.ts';

type Reminder = { key: string; to: OfficeMail; template: NoticeTemplate; path: string };

/**
 * After two weeks without a focal point: one mail to the head of the office, else one a month at most to each
 * officer of the secretariat that serves it.
 */
export async function remindToBeNamed(): Promise<void> {
  await withActor(jobContext('sweep').actor, remind, 'read write');
}

async function remind(tx: Tx): Promise<void> {
  const now = await selectNow(tx);
  const { heads, officers } = await toBeNamedMails(tx, now);
  const month = now.toISOString().slice(0, 7);
  const reminders: Reminder[] = [
    ...heads.map((to) => ({
      key: `to-be-named:${to.organisationId}:${to.since}:${to.personId}`,
      to,
      template: 'to-be-named' as const,
      path: '/our-city/people',
    })),
    ...officers.map((to) => ({
      key: `to-be-named-officer:${to.personId}:${month}`,
      to,
      template: 'to-be-named-officer' as const,
      path: '/desk#to-be-named',
    })),
  ];
  const said = await selectKeys(
    tx,
    reminders.map(({ key }) => key),
  );
  for (const { key, to, template, path } of reminders) {
    if (said.has(key) || to.email === null) continue;
    const { personId, email, language, isTrial } = to;
    const params = officeParams(to);
    const about = path;
    await queueNotice(tx, {
      ...{ key, personId, email, language, template, params, about, isTrial },
      sealed: { path },
    });
  }
}
