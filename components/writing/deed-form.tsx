'use client';

import { useActionState } from 'react';
import { Choice, Choices } from '#components/ui/choice.tsx';
import { Fold } from '#components/ui/fold.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { FRESH, type StepState } from './form-state.ts';
import { Trouble } from './trouble.tsx';

export type DeedAction = (state: StepState, data: FormData) => Promise<StepState>;

/** What says that the office agrees: who publishes alone is asked, the mayor's office may add the signed sheet. */
export type AgreementWords = {
  asked: { legend: string; isAgreed: string } | undefined;
  /** Opens the fields of the signed sheet where nobody has to fill them in. */
  sheet: string;
  approval: string;
  approvalHint: string;
  approvalFile: string;
  approvalFileHint: string;
  /** Of a photo that has arrived already; `{name}` is filled in here. */
  approvalFileKept: string;
};

type Props = {
  action: DeedAction;
  hidden: Record<string, string>;
  words: { button: string; errors: string; agreement?: AgreementWords | undefined };
  look?: 'button' | 'line' | 'link';
};

const LOOKS = { button: 'btn', line: 'btn btn--line', link: 'linkbtn' } as const;

/** One button that takes a record further; says what is in the way, above it. */
export function DeedForm({ action, hidden, words, look = 'button' }: Props) {
  const [state, dispatch, isSending] = useActionState(action, FRESH);
  const { agreement } = words;
  return (
    <form action={dispatch} noValidate aria-busy={isSending} className="deed">
      <Trouble title={words.errors} state={state} fields={FIELDS} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {agreement?.asked ? (
        <>
          <Choices legend={agreement.asked.legend} error={state.errors.isAgreed}>
            <Choice
              id="isAgreed"
              name="isAgreed"
              value="yes"
              isChecked={(state.values?.isAgreed ?? []).length > 0}
            >
              {agreement.asked.isAgreed}
            </Choice>
          </Choices>
          <SignedSheet words={agreement} state={state} />
        </>
      ) : null}
      {agreement && !agreement.asked ? (
        <Fold summary={agreement.sheet} isOpen={state.errors.approvalFile !== undefined}>
          <SignedSheet words={agreement} state={state} />
        </Fold>
      ) : null}
      <button className={LOOKS[look]} type="submit" disabled={isSending}>
        {words.button}
      </button>
    </form>
  );
}

function SignedSheet({ words, state }: { words: AgreementWords; state: StepState }) {
  const keptName = state.values?.approvalFileName?.[0] ?? '';
  return (
    <>
      <TextField
        id="approvalFile"
        name="approvalFile"
        type="file"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        label={words.approvalFile}
        hint={words.approvalFileHint}
        error={state.errors.approvalFile}
        after={keptName ? words.approvalFileKept.replace('{name}', keptName) : undefined}
      />
      <input type="hidden" name="approvalFileId" value={state.values?.approvalFileId?.[0] ?? ''} />
      <input type="hidden" name="approvalFileName" value={keptName} />
      <TextField
        id="approval"
        name="approval"
        label={words.approval}
        hint={words.approvalHint}
        error={state.errors.approval}
        defaultValue={state.values?.approval?.[0] ?? ''}
      />
    </>
  );
}

/** Fields that can stand in the way, those of the record included: their messages are shown as they are. */
const FIELDS = [
  'isAgreed',
  'approvalFile',
  'approval',
  'title',
  'summary',
  'description',
  'topics',
  'audience',
  'evidence',
].map((name) => ({ name }));
