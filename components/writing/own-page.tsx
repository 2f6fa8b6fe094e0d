import type { ReactNode } from 'react';
import { momentInWords } from '#components/cities/day.ts';
import { fileAddress, fileFacts } from '#components/records/file-facts.ts';
import { Local } from '#components/site/local.tsx';
import { Circle } from '#components/ui/circle.tsx';
import { ReadingAndDoing } from '#components/ui/columns.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Section } from '#components/ui/section.tsx';
import { useLocale, useTranslations } from '#i18n/words.ts';
import type { Draft, DraftKind, DraftVersion, OwnRecord } from '#lib/drafts/contract.ts';
import type { LocalText } from '#lib/platform/language.ts';

type Props = {
  kind: DraftKind;
  title: LocalText;
  text: LocalText;
  /** In words: draft, with the mayor's office, published, withdrawn. */
  state: ReactNode;
  /** What has just been done. */
  done?: ReactNode;
  note?: ReactNode;
  facts: ReactNode;
  doing: ReactNode;
  beside?: ReactNode;
};

/** A record as its own city sees it, before and after it is published. */
export function OwnPage({ kind, title, text, state, done, note, facts, doing, beside }: Props) {
  const c = useTranslations('common');
  return (
    <ReadingAndDoing
      reading={
        <>
          <PageTitle
            crumbs={[{ href: '/our-city', label: c('ourCity') }]}
            crumbsLabel={c('breadcrumbs')}
            over={
              <>
                <Circle kind={kind === 'need' ? 'open' : 'filled'} /> {state}
              </>
            }
            title={<Local of={title} />}
            under={
              <span className="text-ink">
                <Local of={text} />
              </span>
            }
          />
          {done}
          {note ? <Notice>{note}</Notice> : null}
          {facts}
        </>
      }
      beside={
        <>
          {doing}
          {beside}
        </>
      }
    />
  );
}

/** Where a record is on its way, with its day. */
export function useStateWords() {
  const t = useTranslations('writing.state');
  const r = useTranslations('ourcity.role');
  const language = useLocale();
  const moment = (at: string) => momentInWords(new Date(at), language);
  return {
    ofDraft: (draft: Draft): string =>
      draft.state === 'with-office' && draft.sentAt !== null
        ? t('withOffice', { date: moment(draft.sentAt) })
        : t('draft', { role: r(draft.writtenRole), date: moment(draft.savedAt) }),
    ofRecord: ({ state, confirmedAt, origin }: OwnRecord): string => {
      if (state === 'withdrawn') return t('withdrawn');
      if (confirmedAt === null) return t(origin === 'compiled' ? 'compiled' : 'published');
      return t('confirmed', { date: moment(confirmedAt) });
    },
  };
}

/** The photo of the sheet on which the office agreed. */
function SignedSheet({ version: { approval, approvalFile } }: { version: DraftVersion }) {
  const t = useTranslations('writing');
  const language = useLocale();
  if (approvalFile === null) return null;
  return (
    <>
      {approval ? ' ' : ` ${t('historyOnPaper')} `}
      <a href={fileAddress(approvalFile.id)} download={approvalFile.name}>
        {t('historySheet', { facts: fileFacts(approvalFile, language) })}
      </a>
    </>
  );
}

/** When the record was published before, and how the office agreed. */
export function History({ versions }: { versions: DraftVersion[] }) {
  const t = useTranslations('writing');
  const language = useLocale();
  const published = versions.filter((version) => version.stage === 'published');
  if (published.length === 0) return null;
  return (
    <Section title={t('history')} place="block">
      <ul className="plainlist small">
        {published.map((version) => (
          <li key={version.at}>
            {t('historyLine', {
              number: version.version,
              date: momentInWords(new Date(version.at), language),
            })}
            {version.approval ? ` ${t('historyApproval', { approval: version.approval })}` : null}
            <SignedSheet version={version} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
