import type { ReactNode } from 'react';
import { useTranslations } from '#i18n/words.ts';
import type { Draft, DraftKind, DraftRights, DraftVersion, OwnRecord } from '#lib/drafts/contract.ts';
import type { LocalText } from '#lib/platform/language.ts';
import { publicAddress } from './address.ts';
import { type DeedProps, Done, DraftDeeds, RecordDeeds } from './deeds.tsx';
import { EvidenceState, type OwnEvidence } from './evidence-state.tsx';
import { useNotArrived } from './not-arrived-steps.tsx';
import { History, OwnPage, useStateWords } from './own-page.tsx';

type Common = {
  kind: DraftKind;
  title: LocalText;
  text: LocalText;
  facts: ReactNode;
  rights: DraftRights;
  done: string | undefined;
  deeds: DeedProps;
};

/** A working copy: how it will look, what is missing, what comes next. */
export function OwnDraft({
  draft,
  isComplete,
  done,
  deeds,
  rights,
  personTag,
  evidence,
  ...page
}: Common & { draft: Draft; isComplete: boolean; personTag: string; evidence: OwnEvidence | null }) {
  const t = useTranslations('writing');
  const state = useStateWords();
  const notArrived = useNotArrived(draft, personTag);
  return (
    <OwnPage
      kind={page.kind}
      title={page.title}
      text={page.text}
      facts={page.facts}
      state={state.ofDraft(draft)}
      done={done ? <Done {...deeds} done={done} record={draft} /> : null}
      note={
        draft.isNew
          ? undefined
          : t.rich('revisionNote', {
              a: (words) => (
                <a key="a" href={publicAddress(draft.kind, draft.id)}>
                  {words}
                </a>
              ),
            })
      }
      doing={
        <>
          {notArrived}
          <DraftDeeds {...deeds} draft={draft} rights={rights} isComplete={isComplete} />
        </>
      }
      beside={evidence ? <EvidenceState evidence={evidence} isDraft /> : null}
    />
  );
}

/** What is published or was: its state, its history, what can be done. */
export function OwnPublished({
  record,
  history,
  evidence,
  done,
  deeds,
  rights,
  audience,
  ...page
}: Common & {
  record: OwnRecord | null;
  history: DraftVersion[];
  evidence: OwnEvidence | null;
  /** Of a need: who may read it. */
  audience: ReactNode;
}) {
  const state = useStateWords();
  if (record === null) return null;
  return (
    <OwnPage
      kind={page.kind}
      title={page.title}
      text={page.text}
      facts={page.facts}
      state={state.ofRecord(record)}
      done={done ? <Done {...deeds} done={done} record={record} /> : null}
      doing={<RecordDeeds {...deeds} record={record} rights={rights} />}
      beside={
        <>
          {audience}
          {evidence ? <EvidenceState evidence={evidence} /> : null}
          <History versions={history} />
        </>
      }
    />
  );
}
