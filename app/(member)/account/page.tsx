import type { Metadata } from 'next';
import { noteSeen } from '#app/request/seen.ts';
import { memberContext } from '#app/request/signed-in.ts';
import { AccountPage } from '#components/identity/account-page.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getAccount } from '#lib/identity/queries/account.ts';
import { endOne, endOthers, saveLanguage } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('title'), description: t('description'), robots: { index: false } };
}

export default async function Account() {
  const context = await memberContext();
  noteSeen(context, '/account');
  const { name, email, appointments } = context.actor;
  const { language, sessions } = await getAccount(context);
  return (
    <AccountPage
      person={{ name, email }}
      roles={appointments.map(({ id, role, organisationName }) => ({ id, role, office: organisationName }))}
      language={language}
      sessions={sessions}
      actions={{ endOne, endOthers, saveLanguage }}
    />
  );
}
