'use client';

import { useActionState } from 'react';
import { Actions, Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { type CodeState, type FieldWords, listErrors } from './form-state.ts';
import { FormTrouble } from './form-trouble.tsx';

export type CodeWords = {
  email: FieldWords;
  code: FieldWords;
  enter: string;
  again: string;
  errors: string;
};

type Props = {
  action: (state: CodeState, data: FormData) => Promise<CodeState>;
  initial: CodeState;
  words: CodeWords;
};

/** Takes the code of the mail, on this device or another than the one that asked for it. */
export function CodeForm({ action, initial, words }: Props) {
  const [state, dispatch, isSending] = useActionState(action, initial);
  return (
    <form action={dispatch} noValidate aria-busy={isSending} className="read">
      <FormTrouble
        title={words.errors}
        errors={listErrors(state, ['email', 'code'])}
        failure={state.failure}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        spellCheck={false}
        maxLength={320}
        defaultValue={state.values.email}
        label={words.email.label}
        error={state.errors.email}
      />
      <TextField
        id="code"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        defaultValue={state.values.code}
        label={words.code.label}
        hint={words.code.hint}
        error={state.errors.code}
      />
      <Actions>
        <Button>{words.enter}</Button>
        <a href="/sign-in">{words.again}</a>
      </Actions>
    </form>
  );
}
