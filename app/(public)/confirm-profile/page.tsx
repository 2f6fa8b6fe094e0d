import type { Metadata } from 'next';
import { ConfirmClosed, ConfirmOffer } from '#components/profile/confirm-page.tsx';
import { getTranslations } from '#i18n/words.ts';
import { newId } from '#lib/platform/ids.ts';
import { confirmByLink } from './action.ts';
import { openProfile } from './open.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The address holds a secret: no other site hears it, and no search engine keeps it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile');
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

/** Mail scanners fetch links: opening this page changes nothing, only its button confirms. */
export default async function ConfirmProfilePage({ searchParams }: Props) {
  const { token, done } = await searchParams;
  if (typeof done === 'string') return <ConfirmClosed state="thanks" />;
  const given = typeof token === 'string' ? token : '';
  const opened = await openProfile(given);
  if (opened.state !== 'open') return <ConfirmClosed state={opened.state} />;
  return (
    <ConfirmOffer news={opened.news} hidden={{ token: given, commandId: newId() }} action={confirmByLink} />
  );
}
