import type { ReactNode } from 'react';
import { useTranslations } from '#i18n/words.ts';

/** What to do when no mail arrives; on a trial copy, where to find it. */
export function NothingCame({ isOnTrialCopy }: { isOnTrialCopy: boolean }) {
  const t = useTranslations('signin.sent');
  const link = (href: string) => (words: ReactNode) => (
    <a key={href} href={href}>
      {words}
    </a>
  );
  return (
    <div className="read mt-8">
      {isOnTrialCopy ? <p>{t.rich('outbox', { a: link('/outbox') })}</p> : null}
      <p className="soft">{t.rich('nothing', { a: link('/sign-in') })}</p>
    </div>
  );
}
