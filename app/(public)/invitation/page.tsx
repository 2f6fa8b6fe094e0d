import type { Metadata } from 'next';
import { firstOf, formWords } from '#app/request/form.ts';
import { InvitationClosed } from '#components/offices/invitation-closed.tsx';
import { InvitationOffer } from '#components/offices/invitation-offer.tsx';
import type { Parameters } from '#components/search/read-parameters.ts';
import { getTranslations } from '#i18n/words.ts';
import { newId } from '#lib/platform/ids.ts';
import { acceptByLink } from './action.ts';
import { openInvitation } from './open.ts';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offices');
  return { title: t('invitation.title'), robots: { index: false }, referrer: 'same-origin' };
}

export default async function InvitationPage({ searchParams }: Props) {
  const token = firstOf((await searchParams).token) ?? '';
  const opened = await openInvitation(token);
  if (opened.state !== 'open') {
    return (
      <InvitationClosed state={opened.state} invitation={'invitation' in opened ? opened.invitation : null} />
    );
  }
  const t = await getTranslations('offices');
  return (
    <InvitationOffer
      invitation={opened.invitation}
      hidden={{ token }}
      action={acceptByLink}
      commandId={newId()}
      words={await formWords(t('invitation.accept'))}
    />
  );
}
