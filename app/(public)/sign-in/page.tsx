import type { ReactNode } from 'react';
import { headOfItsOwn, hiddenHead } from '#app/frame/page-head.tsx';
import { readerContext } from '#app/request/context.ts';
import { AskForm } from '#components/identity/ask-form.tsx';
import { Columns } from '#components/ui/columns.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { getTranslations } from '#i18n/words.ts';
import { ask } from './actions.ts';
import { readAddress } from './address.ts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata = headOfItsOwn;

export default async function SignInPage({ searchParams }: Props) {
  const { actor } = await readerContext();
  const { to } = await searchParams;
  const t = await getTranslations('signin');
  const initial = { values: { email: await readAddress() }, errors: {}, failure: null };
  return (
    <>
      {await hiddenHead({ title: t('title') })}
      <PageTitle title={t('title')} under={t('lead')} />
      {actor.kind === 'person' ? (
        <Notice>
          {t.rich('already', {
            email: actor.email,
            a: (words: ReactNode) => (
              <a key="a" href="/account">
                {words}
              </a>
            ),
          })}
        </Notice>
      ) : null}
      <Columns layout="reading" isBlock>
        <AskForm
          action={ask}
          initial={initial}
          to={typeof to === 'string' ? to : ''}
          words={{
            email: { label: t('email.label'), hint: t('email.hint') },
            ask: t('ask'),
            haveCode: t('haveCode'),
            errors: t('errors'),
          }}
        />
        <Section title={t('noAccount.title')}>
          <p>{t('noAccount.text')}</p>
        </Section>
      </Columns>
    </>
  );
}
