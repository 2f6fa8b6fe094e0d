'use client';

import { useActionState } from 'react';
import { Actions, Button } from '#components/ui/button.tsx';
import { Fields, type FieldView } from './fields.tsx';
import { FRESH, type StepState, type Values } from './form-state.ts';
import { Trouble } from './trouble.tsx';

type Props = {
  action: (state: StepState, data: FormData) => Promise<StepState>;
  hidden: Record<string, string>;
  fields: FieldView[];
  values: Values;
  words: { start: string; errors: string; cancel: string };
};

/** The title of a new record and the language in which it is written. */
export function StartForm({ action, hidden, fields, values, words }: Props) {
  const [state, dispatch, isSending] = useActionState(action, FRESH);
  return (
    <form action={dispatch} noValidate aria-busy={isSending} className="read">
      <Trouble title={words.errors} state={state} fields={fields} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Fields
        fields={fields}
        values={state.values ?? values}
        errors={state.errors}
        language={values.language?.[0] ?? 'en'}
      />
      <Actions>
        <Button>{words.start}</Button>
        <a href="/our-city">{words.cancel}</a>
      </Actions>
    </form>
  );
}
