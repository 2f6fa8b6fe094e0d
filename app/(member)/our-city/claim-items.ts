import type { ClaimItem, ClaimState } from '#components/claim/items.ts';
import type { Draft, OwnRecord } from '#lib/drafts/contract.ts';
import type { OwnFact } from '#lib/facts/contract.ts';

type Given = { facts: OwnFact[]; records: OwnRecord[]; drafts: Draft[] };

/** All that the data files say of the city, facts first, and what the city has said to each. */
export function claimItems({ facts, records, drafts }: Given): ClaimItem[] {
  const isRevised = ({ kind, id }: OwnRecord) =>
    drafts.some((draft) => draft.kind === kind && draft.id === id && !draft.isNew);
  return [
    ...facts.flatMap((fact): ClaimItem[] =>
      fact.compiled === null
        ? []
        : [{ kind: 'fact', id: fact.key, state: factState(fact), isChangeable: true }],
    ),
    ...records
      .filter((record) => record.isFromFiles)
      .map((record): ClaimItem => {
        const { kind, id, isChangeable } = record;
        return { kind, id, isChangeable, state: isRevised(record) ? 'corrected' : recordState(record) };
      }),
  ];
}

function factState({ shown, compiled, isRemoved, draft }: OwnFact): ClaimState {
  if (isRemoved) return 'removed';
  if (shown?.origin === 'city') {
    return JSON.stringify(shown.value) === JSON.stringify(compiled?.value) ? 'confirmed' : 'corrected';
  }
  return draft === null ? 'open' : 'corrected';
}

function recordState({ state, origin }: OwnRecord): ClaimState {
  if (state === 'withdrawn') return 'removed';
  return origin === 'city' ? 'confirmed' : 'open';
}
