import { momentInWords } from '#components/cities/day.ts';
import { Local } from '#components/site/local.tsx';
import { Actions, Button, ButtonLink } from '#components/ui/button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { publicAddress } from '#components/writing/address.ts';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { ProfileNews } from '#lib/profile/contract.ts';

type Props = {
  news: ProfileNews;
  hidden: { token: string; commandId: string };
  action: (data: FormData) => Promise<void>;
};

/** Where the link of the mail lands: all that the button would confirm, to be read first. */
export function ConfirmOffer({ news, hidden, action }: Props) {
  const t = useTranslations('profile');
  const { city, statements, oldestAt } = news;
  const day = useDay(city.timeZone);
  return (
    <>
      <PageTitle
        title={t('offer.title', { city: city.name })}
        under={t('offer.lead', { date: day(oldestAt), count: statements.length })}
      />
      <Section title={t('offer.list')}>
        <ul className="plainlist">
          {statements.map((statement) => (
            <li key={`${statement.kind} ${statement.id}`}>
              {t(`kind.${statement.kind}`)}{' '}
              <a href={addressOf(statement)}>
                <Local of={statement.title} />
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <form action={action}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Actions>
          <Button>{t('confirm')}</Button>
          <a href="/our-city">{t('offer.correct')}</a>
        </Actions>
      </form>
    </>
  );
}

function addressOf({ kind, id }: ProfileNews['statements'][number]): string {
  return kind === 'city' ? `/cities/${id}` : publicAddress(kind, id);
}

/** A link that has nothing left to do, and why. */
export function ConfirmClosed({ state }: { state: 'thanks' | 'expired' | 'unknown' | 'done' }) {
  const t = useTranslations('profile.closed');
  return (
    <>
      <PageTitle title={t(`${state}.title`)} under={t(`${state}.text`)} />
      <Actions>
        <ButtonLink href="/our-city">{t('ourCity')}</ButtonLink>
      </Actions>
    </>
  );
}

export function useDay(timeZone: string): (at: string | null) => string {
  const language = useLocale();
  return (at) => (at === null ? '—' : momentInWords(new Date(at), language, { dateStyle: 'long', timeZone }));
}
