import { found } from '#app/request/found.ts';
import type { OwnEvidence } from '#components/writing/evidence-state.tsx';
import type { Draft, DraftRights, DraftVersion, OwnRecord } from '#lib/drafts/contract.ts';
import { findDraft, getRights, listDraftAttachments } from '#lib/drafts/queries.ts';
import type { ShownAttachment } from '#lib/files/contract.ts';
import { completeNeed, type Need } from '#lib/needs/contract.ts';
import { getOwnNeed, listNeedAttachments, previewNeed } from '#lib/needs/queries.ts';
import { completePractice, EVIDENCE_KINDS, type Practice } from '#lib/practices/contract.ts';
import { getOwnPractice, listPracticeAttachments, previewPractice } from '#lib/practices/queries.ts';
import type { OwnCity } from './own-city.ts';

export type OwnShown = {
  id: string;
  draft: Draft | null;
  /** What is published, or was. */
  record: OwnRecord | null;
  practice: Practice | null;
  need: Need | null;
  attachments: ShownAttachment[];
  history: DraftVersion[];
  evidence: OwnEvidence | null;
  rights: DraftRights;
  isComplete: boolean;
};

type Published = Pick<OwnShown, 'practice' | 'need' | 'attachments' | 'history' | 'evidence'> & {
  record: OwnRecord;
};

/** A record of one's own city: its working copy where there is one, else what is published. Null: 404. */
export async function readOwn(
  { context, slug, kind }: OwnCity & { kind: 'practice' | 'need' },
  id: string,
): Promise<OwnShown | null> {
  const draft = await found(findDraft(context, { kind, id }));
  if (draft === null) {
    const shown = await found<Published>(
      kind === 'practice'
        ? getOwnPractice(context, { id }).then(async (own) => ({
            ...own,
            need: null,
            attachments: await listPracticeAttachments(context, { id: own.record.id }),
          }))
        : getOwnNeed(context, { id }).then(async (own) => ({
            ...own,
            practice: null,
            evidence: null,
            attachments: await listNeedAttachments(context, { id: own.record.id }),
          })),
    );
    if (shown === null) return null;
    const rights = await getRights(context, { citySlug: slug });
    return { ...shown, id: shown.record.id, draft, rights, isComplete: true };
  }
  const rights = await getRights(context, { citySlug: slug, draft: { kind, id: draft.id } });
  const key = { id: draft.id };
  const isComplete = (kind === 'practice' ? completePractice : completeNeed).safeParse(draft.content).success;
  return {
    id: draft.id,
    draft,
    record: null,
    practice: kind === 'practice' ? await previewPractice(context, key) : null,
    need: kind === 'need' ? await previewNeed(context, key) : null,
    attachments: await listDraftAttachments(context, { kind, id: draft.id }),
    history: [],
    evidence: kind === 'practice' ? proposedIn(draft) : null,
    rights,
    isComplete,
  };
}

/** What the working copy claims of its evidence: nobody has looked at that yet. */
function proposedIn({ content }: Draft): OwnEvidence {
  const proposed = EVIDENCE_KINDS.find((one) => one === content.evidence) ?? null;
  return { proposed, reviews: [] };
}
