'use client';

import { useActionState } from 'react';
import { Actions, Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { type AskState, type FieldWords, listErrors } from './form-state.ts';
import { FormTrouble } from './form-trouble.tsx';

export type AskWords = { email: FieldWords; ask: string; haveCode: string; errors: string };

type Props = {
  action: (state: AskState, data: FormData) => Promise<AskState>;
  initial: AskState;
  /** Path to go back to once signed in. */
  to: string;
  words: AskWords;
};

/** Asks for the one mail; a plain form until scripts run. */
export function AskForm({ action, initial, to, words }: Props) {
  const [state, dispatch, isSending] = useActionState(action, initial);
  return (
    <form action={dispatch} noValidate aria-busy={isSending} className="read">
      <FormTrouble title={words.errors} errors={listErrors(state, ['email'])} failure={state.failure} />
      <input type="hidden" name="to" value={to} />
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        spellCheck={false}
        maxLength={320}
        defaultValue={state.values.email}
        label={words.email.label}
        hint={words.email.hint}
        error={state.errors.email}
      />
      <Actions>
        <Button>{words.ask}</Button>
        <a href="/sign-in/code">{words.haveCode}</a>
      </Actions>
    </form>
  );
}
