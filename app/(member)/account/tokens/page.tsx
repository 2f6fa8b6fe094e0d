import type { Metadata } from 'next';
import { memberContext } from '#app/request/signed-in.ts';
import { TokenForm } from '#components/account/token-form.tsx';
import { TokensPage } from '#components/account/tokens.tsx';
import { getTranslations } from '#i18n/words.ts';
import { listMyTokens } from '#lib/identity/queries/account.ts';
import { newId } from '#lib/platform/ids.ts';
import { makeToken, takeTokenBack } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tokens');
  return { title: t('title'), robots: { index: false } };
}

export default async function MyTokensPage() {
  const t = await getTranslations('tokens');
  const tokens = await listMyTokens(await memberContext(), {});
  const words = {
    name: t('name'),
    nameHint: t('nameHint'),
    scope: t('scope'),
    read: t('scopeWord.read'),
    write: t('scopeWord.write'),
    make: t('make'),
    made: t('made'),
    madeHint: t('madeHint'),
    errors: t('errors'),
  };
  return (
    <TokensPage tokens={tokens} takeBack={takeTokenBack} commandId={newId()}>
      <TokenForm action={makeToken} commandId={newId()} words={words} />
    </TokensPage>
  );
}
