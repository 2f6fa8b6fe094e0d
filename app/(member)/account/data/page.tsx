import type { Metadata } from 'next';
import { memberContext } from '#app/request/signed-in.ts';
import { MyDataPage } from '#components/account/my-data.tsx';
import { getTranslations } from '#i18n/words.ts';
import { CONSENT_VERSION } from '#lib/identity/contract.ts';
import { getMyData } from '#lib/identity/queries/account.ts';
import { newId } from '#lib/platform/ids.ts';
import { consent } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('personal');
  return { title: t('title'), robots: { index: false } };
}

export default async function DataPage() {
  const data = await getMyData(await memberContext());
  return <MyDataPage data={data} consentVersion={CONSENT_VERSION} commandId={newId()} consent={consent} />;
}
