import type { Metadata } from 'next';
import { InvitationAccepted } from '#components/offices/invitation-accepted.tsx';
import { getTranslations } from '#i18n/words.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offices');
  return { title: t('accepted.title'), robots: { index: false } };
}

export default function AcceptedPage() {
  return <InvitationAccepted />;
}
