'use client';

import { useActionState } from 'react';
import { Actions, Button } from '#components/ui/button.tsx';
import { Choice, Choices } from '#components/ui/choice.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { NO_TOKEN, type TokenState } from './token-state.ts';

type Words = Record<
  'name' | 'nameHint' | 'scope' | 'read' | 'write' | 'make' | 'made' | 'madeHint' | 'errors',
  string
>;
type Props = {
  action: (before: TokenState, data: FormData) => Promise<TokenState>;
  commandId: string;
  words: Words;
};

/** Makes a token. The answer shows it once; nothing keeps it but its owner. */
export function TokenForm({ action, commandId, words }: Props) {
  const [state, send] = useActionState(action, NO_TOKEN);
  const errors = state.error === null ? [] : [{ fieldId: 'token-name', message: state.error }];
  return (
    <form action={send} className="read">
      {state.token ? (
        <div className="notice" role="status">
          <h3>{words.made}</h3>
          <p>{words.madeHint}</p>
          <p>
            <code className="break-all">{state.token}</code>
          </p>
        </div>
      ) : null}
      <ErrorSummary title={words.errors} errors={errors} />
      <input type="hidden" name="commandId" value={commandId} />
      <TextField
        id="token-name"
        name="name"
        label={words.name}
        hint={words.nameHint}
        error={state.error}
        defaultValue={state.name}
        maxLength={100}
        autoComplete="off"
      />
      <Choices legend={words.scope}>
        <Choice id="scope-read" type="radio" name="scope" value="read" isChecked={!state.isWriting}>
          {words.read}
        </Choice>
        <Choice id="scope-write" type="radio" name="scope" value="write" isChecked={state.isWriting}>
          {words.write}
        </Choice>
      </Choices>
      <Actions>
        <Button>{words.make}</Button>
      </Actions>
    </form>
  );
}
