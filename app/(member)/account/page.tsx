import { headOfItsOwn, hiddenHead } from '#app/frame/page-head.tsx';
import { noteSeen } from '#app/request/seen.ts';
import { memberContext } from '#app/request/signed-in.ts';
import { SECRETARIAT_ZONE } from '#components/cities/day.ts';
import { AccountPage } from '#components/identity/account-page.tsx';
import { getTranslations } from '#i18n/words.ts';
import { getCity } from '#lib/cities/queries.ts';
import { getAccount } from '#lib/identity/queries/account.ts';
import { endOne, endOthers, saveLanguage } from './actions.ts';

export const metadata = headOfItsOwn;

export default async function Account() {
  const context = await memberContext();
  noteSeen(context, '/account');
  const { name, email, appointments } = context.actor;
  const { language, sessions } = await getAccount(context);
  const t = await getTranslations('account');
  return (
    <>
      {await hiddenHead({ title: t('title') })}
      <AccountPage
        person={{ name, email }}
        roles={appointments.map(({ id, role, organisationName }) => ({ id, role, office: organisationName }))}
        language={language}
        sessions={sessions}
        timeZone={await zoneOf(context)}
        actions={{ endOne, endOthers, saveLanguage }}
      />
    </>
  );
}

/** Of her own city; of both secretariats for everybody else. */
async function zoneOf(context: Awaited<ReturnType<typeof memberContext>>): Promise<string> {
  const slug = context.actor.appointments.find(({ citySlug }) => citySlug !== null)?.citySlug;
  return slug ? (await getCity(context, { slug })).timeZone : SECRETARIAT_ZONE;
}
