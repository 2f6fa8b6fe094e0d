import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvitationAccepted } from '#components/offices/invitation-accepted.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offices');
  return { title: t('accepted.title'), robots: { index: false } };
}

export default function AcceptedPage() {
  return <InvitationAccepted />;
}
