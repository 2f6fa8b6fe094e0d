import type { Metadata } from 'next';
import { memberContext } from '#app/request/signed-in.ts';
import { PermissionsPage } from '#components/permissions/permissions-page.tsx';
import { getTranslations } from '#i18n/words.ts';
import { SHOWN_ROLES, shownPermissions } from '#lib/identity/permissions/shown.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('permissions');
  return { title: t('title'), description: t('under'), robots: { index: false } };
}

export default async function Permissions() {
  await memberContext();
  return <PermissionsPage roles={SHOWN_ROLES} groups={shownPermissions()} />;
}
