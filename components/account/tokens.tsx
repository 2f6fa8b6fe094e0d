import type { ReactNode } from 'react';
import { momentInWords } from '#components/cities/day.ts';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { MyToken } from '#lib/identity/contract.ts';

type Props = {
  tokens: MyToken[];
  takeBack: (data: FormData) => Promise<void>;
  commandId: string;
  /** The form that makes one. */
  children: ReactNode;
};

/** Tokens for programs: which there are, when they were last used, and a way to take each back. */
export function TokensPage({ tokens, takeBack, commandId, children }: Props) {
  const t = useTranslations('tokens');
  const language = useLocale();
  const day = (date: Date | null) => (date === null ? t('never') : momentInWords(date, language));
  return (
    <>
      <PageTitle
        crumbs={[{ href: '/account', label: t('account') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        under={t('lead')}
      />
      <Section title={t('mine')}>
        {tokens.length === 0 ? (
          <p className="soft">{t('none')}</p>
        ) : (
          <form action={takeBack}>
            <input type="hidden" name="commandId" value={commandId} />
            <DataTable
              isStacked
              columns={['name', 'scope', 'used', 'expires', 'end'].map((key) => ({
                key,
                label: t(`column.${key as 'name'}`),
              }))}
              rows={tokens.map((token) => ({
                key: token.id,
                cells: [
                  token.name,
                  token.scopes.includes('write') ? t('scopeWord.write') : t('scopeWord.read'),
                  day(token.lastUsedAt),
                  day(token.expiresAt),
                  <Button key="end" isLine name="tokenId" value={token.id}>
                    {t('end', { name: token.name })}
                  </Button>,
                ],
              }))}
            />
          </form>
        )}
      </Section>
      <Section title={t('new')} place="block">
        {children}
      </Section>
    </>
  );
}
