import { enterByLink } from '#app/(public)/sign-in/actions.ts';
import { headOfItsOwn, hiddenHead } from '#app/frame/page-head.tsx';
import { readerContext } from '#app/request/context.ts';
import { LinkPage } from '#components/identity/link-page.tsx';
import { getTranslations } from '#i18n/words.ts';
import { linkHash } from '#lib/identity/gateway.ts';
import { readLink } from '#lib/identity/queries/sign-in.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata = headOfItsOwn;

/** Mail scanners fetch links: opening this page changes nothing, only its button signs in. */
export default async function SignInLinkPage({ searchParams }: Props) {
  const { actor } = await readerContext();
  const { token } = await searchParams;
  const given = typeof token === 'string' ? token : '';
  const link = await readLink(linkHash(given));
  const present = actor.kind === 'person' ? actor.email : null;
  const t = await getTranslations('signin.link');
  return (
    <>
      {await hiddenHead({ title: t('title'), isSecret: true })}
      <LinkPage link={link} token={given} present={present} action={enterByLink} />
    </>
  );
}
