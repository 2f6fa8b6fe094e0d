import type { ReactNode } from 'react';
import { Local } from '#components/site/local.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useTranslations } from '#i18n/words.ts';
import type { DraftKind } from '#lib/drafts/contract.ts';
import type { LocalText } from '#lib/platform/language.ts';
import { ownAddress } from './address.ts';

type Props = {
  kind: DraftKind;
  id: string;
  city: string;
  title: LocalText;
  text: LocalText;
  version: number;
  facts: ReactNode;
};

const LINES = ['office', 'name', 'day', 'signature', 'reference'] as const;

/** For the mayor on paper: the whole record, and a block to sign. */
export function ApprovalSheet({ kind, id, city, title, text, version, facts }: Props) {
  const t = useTranslations('writing.sheet');
  const c = useTranslations('common');
  return (
    <>
      <PageTitle
        crumbs={[
          { href: '/our-city', label: c('ourCity') },
          { href: ownAddress(kind, id), label: <Local of={title} /> },
        ]}
        crumbsLabel={c('breadcrumbs')}
        over={t(`over.${kind}`, { city, version })}
        title={<Local of={title} />}
        under={
          <span className="text-ink">
            <Local of={text} />
          </span>
        }
      />
      {facts}
      <Section title={t('approval')} place="block">
        <p className="read">{t('statement', { city })}</p>
        <dl className="signature">
          {LINES.map((line) => (
            <div key={line}>
              <dt>{t(line)}</dt>
              <dd aria-hidden="true" />
            </div>
          ))}
        </dl>
        <p className="hint noprint">{t('hint')}</p>
      </Section>
    </>
  );
}
