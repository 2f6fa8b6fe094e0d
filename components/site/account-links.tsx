import { useTranslations } from '#i18n/words.ts';
import type { HeaderProps } from './header.tsx';

/** Sign-in for a visitor; else the office, and the way out. A desk of the trial copy is left in the strip above. */
export function AccountLinks({ who, leave, path }: Pick<HeaderProps, 'who' | 'leave' | 'path'>) {
  const t = useTranslations('common');
  if (who === null) {
    return (
      <a href={signInHref(path)} rel="nofollow">
        {t('signIn')}
      </a>
    );
  }
  return (
    <>
      <a href="/account">{who.office}</a>
      {who.isAtTrialDesk ? null : (
        <form action={leave}>
          <button type="submit" className="linkbtn">
            {t('signOut')}
          </button>
        </form>
      )}
    </>
  );
}

/** Leads back to where it was clicked, home and the sign-in pages themselves apart. */
function signInHref(path: string | undefined): string {
  const isWorth = path !== undefined && path !== '/' && path.length < 300 && !path.startsWith('/sign-in');
  return isWorth ? `/sign-in?to=${encodeURIComponent(path)}` : '/sign-in';
}
