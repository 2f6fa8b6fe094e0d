import { Actions, Button, ButtonLink } from '#components/ui/button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { TrialRemains } from '#lib/trial/contract.ts';
import { RefreshUntil } from './refresh-until.tsx';

type Props = {
  remains: TrialRemains;
  /** Made when the page was written: a second press changes nothing. */
  commandId: string;
  remove: (data: FormData) => Promise<void>;
};

const sumOf = (counts: TrialRemains): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Says what would be removed, before it is. */
export function StartAgain({ remains, commandId, remove }: Props) {
  const t = useTranslations('trial');
  const isEmpty = sumOf(remains) === 0;
  return (
    <>
      <PageTitle
        crumbs={[{ href: '/try', label: t('title') }]}
        crumbsLabel={t('title')}
        title={t('startAgain')}
        under={t(isEmpty ? 'nothingToRemove' : 'startAgainLead')}
      />
      {isEmpty ? (
        <Actions>
          <ButtonLink href="/try">{t('toDesks')}</ButtonLink>
        </Actions>
      ) : (
        <>
          <Counts of={remains} />
          <form action={remove}>
            <input type="hidden" name="commandId" value={commandId} />
            <Actions>
              <Button>{t('remove')}</Button>
              <a href="/try">{t('keep')}</a>
            </Actions>
          </form>
        </>
      )}
    </>
  );
}

/** What was removed, and whether everything made of it has followed. */
export function StartedAgain({ removed, isForgotten }: { removed: TrialRemains; isForgotten: boolean }) {
  const t = useTranslations('trial');
  return (
    <>
      <PageTitle
        crumbs={[{ href: '/try', label: t('title') }]}
        crumbsLabel={t('title')}
        title={t('removed')}
        under={t('removedLead')}
      />
      <Counts of={removed} />
      <p className="mt-6" role="status">
        {t(isForgotten ? 'forgotten' : 'forgetting')}
      </p>
      <RefreshUntil isDone={isForgotten} />
      <Actions>
        <ButtonLink href="/try">{t('toDesks')}</ButtonLink>
      </Actions>
    </>
  );
}

function Counts({ of }: { of: TrialRemains }) {
  const t = useTranslations('trial');
  const names = Object.keys(of) as (keyof TrialRemains)[];
  return (
    <ul className="plainlist read">
      {names
        .filter((name) => of[name] > 0)
        .map((name) => (
          <li key={name}>{t(`count.${name}`, { count: of[name] })}</li>
        ))}
    </ul>
  );
}
