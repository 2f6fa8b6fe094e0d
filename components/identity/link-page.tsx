import { Actions, Button, ButtonLink } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { LinkState } from '#lib/identity/contract.ts';

type Props = {
  link: LinkState;
  token: string;
  /** Who is signed in on this device already. */
  present: string | null;
  action: (data: FormData) => Promise<void>;
};

/** Where the link of the mail lands: who will be signed in, and the button that does it. */
export function LinkPage({ link, token, present, action }: Props) {
  const t = useTranslations('signin.link');
  if (link.state !== 'open') {
    return (
      <>
        <PageTitle title={t(`${link.state}.title`)} under={t(`${link.state}.text`)} />
        <Actions>
          <ButtonLink href="/sign-in">{t('again')}</ButtonLink>
        </Actions>
      </>
    );
  }
  const { email } = link;
  return (
    <>
      <PageTitle title={t('title')} under={t('lead', { email })} />
      {present !== null && present !== email ? <Notice>{t('other', { email: present })}</Notice> : null}
      <form action={action}>
        <input type="hidden" name="token" value={token} />
        <Actions>
          <Button>{t('enter', { email })}</Button>
        </Actions>
      </form>
      <p className="soft read mt-8">{t('notYou')}</p>
    </>
  );
}
