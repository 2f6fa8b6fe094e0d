import { enterCode } from '#app/(public)/sign-in/actions.ts';
import { readAddress } from '#app/(public)/sign-in/address.ts';
import { headOfItsOwn, hiddenHead } from '#app/frame/page-head.tsx';
import { readerContext } from '#app/request/context.ts';
import { CodeForm } from '#components/identity/code-form.tsx';
import { NothingCame } from '#components/identity/nothing-came.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { getTranslations } from '#i18n/words.ts';
import { isOnTrialCopy } from '#lib/core/actor.ts';

export const metadata = headOfItsOwn;

export default async function CodePage() {
  const { actor } = await readerContext();
  const t = await getTranslations('signin');
  const email = await readAddress();
  const isAsked = email !== '';
  const title = isAsked ? t('sent.title') : t('code.title');
  return (
    <>
      {await hiddenHead({ title })}
      <PageTitle title={title} under={isAsked ? t('sent.lead', { email }) : t('sent.leadAny')} />
      <CodeForm
        action={enterCode}
        initial={{ values: { email, code: '' }, errors: {}, failure: null }}
        words={{
          email: { label: t('code.email') },
          code: { label: t('code.label'), hint: t('code.hint') },
          enter: t('code.enter'),
          again: t('link.again'),
          errors: t('errors'),
        }}
      />
      <NothingCame isOnTrialCopy={isOnTrialCopy(actor)} />
    </>
  );
}
