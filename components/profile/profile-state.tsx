import { Actions, Button } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { ProfileNews } from '#lib/profile/contract.ts';
import { useDay } from './confirm-page.tsx';

type Props = {
  news: ProfileNews;
  commandId: string;
  action: (data: FormData) => Promise<void>;
};

/** When the whole profile was last confirmed, what comes next, and the one click that confirms it. */
export function ProfileState({ news, commandId, action }: Props) {
  const t = useTranslations('profile');
  const { city, statements, oldestAt, dueAt, isDue, fadesAt, isFaded, mayConfirm } = news;
  const day = useDay(city.timeZone);
  if (oldestAt === null) return null;
  const dates = { count: statements.length, date: day(oldestAt) };
  return (
    <Section title={t(isDue ? 'state.dueTitle' : 'state.title')} id="profile">
      <p>{t('state.confirmed', dates)}</p>
      {isDue && fadesAt !== null ? (
        <p className="soft">{t(isFaded ? 'state.faded' : 'state.fades', { date: day(fadesAt) })}</p>
      ) : null}
      {isDue ? null : <p className="soft">{t('state.next', { date: day(dueAt) })}</p>}
      {isDue && mayConfirm ? (
        <form action={action}>
          <input type="hidden" name="city" value={city.slug} />
          <input type="hidden" name="commandId" value={commandId} />
          <Actions>
            <Button>{t('confirm')}</Button>
          </Actions>
        </form>
      ) : null}
      {isDue && !mayConfirm ? <p className="soft">{t('state.notHers')}</p> : null}
    </Section>
  );
}
