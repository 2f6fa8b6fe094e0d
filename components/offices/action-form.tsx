'use client';

import { unstable_rethrow } from 'next/navigation';
import {
  type FormEvent,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
  useTransition,
} from 'react';
import { Actions, Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { readRefusal } from '#lib/platform/form-refusal/contract.ts';
import { FormField } from './form-field.tsx';
import {
  allOf,
  type FieldSpec,
  type FormAction,
  type FormState,
  type FormWords,
  UNTRIED,
} from './form-state.ts';

type Props = {
  /** Tells the ids of several forms of one page apart. */
  name: string;
  action: FormAction;
  /** Made when the page was written: a second press changes nothing. */
  commandId: string;
  hidden?: Record<string, string>;
  fields: FieldSpec[];
  words: FormWords;
  cancelHref?: string;
  isLine?: boolean;
};

/** A form that works without scripts; with them, a lost line says so and loses nothing. */
export function ActionForm({
  name,
  action,
  commandId,
  hidden = {},
  fields,
  words,
  cancelHref,
  isLine,
}: Props) {
  const [served, dispatch] = useActionState(action, UNTRIED);
  const [live, setLive] = useState<FormState | null>(null);
  const [isSending, startSending] = useTransition();
  const trouble = useRef<HTMLDivElement>(null);
  const state = live ?? served;
  const idOf = (field: string) => `${name}-${field}`;
  const errors = fields.flatMap((field) => {
    const message = state.errors[field.name];
    return message === undefined ? [] : [{ fieldId: idOf(field.name), message }];
  });
  const isTrouble = errors.length > 0 || state.failure !== null;

  useEffect(() => {
    if (live !== null && isTrouble) trouble.current?.focus();
  }, [live, isTrouble]);
  useEffect(reloadWhenBack, []);

  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isSending) return;
    const data = new FormData(event.currentTarget);
    const tooLarge = refuseLarge(data, fields);
    if (tooLarge !== null) {
      setLive(tooLarge);
      return;
    }
    startSending(async () => {
      const answer = await attempt(action, data, fields, words.unreachable);
      // Shown and done in one: a press right after the answer must count.
      startTransition(() => setLive(answer));
    });
  };
  return (
    <form action={dispatch} onSubmit={send} noValidate aria-busy={isSending} className="read">
      <div ref={trouble} tabIndex={-1} className={isTrouble ? 'mb-8' : undefined}>
        <ErrorSummary title={words.errors} errors={errors} />
        {state.failure ? (
          <div className="notice notice--error" role="alert">
            <h3>{state.failure.title}</h3>
            <p>{state.failure.detail}</p>
          </div>
        ) : null}
        <Newer parts={state.newer ?? []} />
      </div>
      {Object.entries({ commandId, ...hidden, ...state.hidden }).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      {fields.map((field) => (
        <FormField
          key={field.name}
          spec={field}
          id={idOf(field.name)}
          value={state.values[field.name] ?? field.value}
          error={state.errors[field.name]}
        />
      ))}
      <Actions>
        <Button isLine={isLine === true}>{words.send}</Button>
        {cancelHref ? <a href={cancelHref}>{words.cancel}</a> : null}
      </Actions>
    </form>
  );
}

/** A file that is too large for the server would look like a lost line. */
function refuseLarge(data: FormData, fields: FieldSpec[]): FormState | null {
  const errors: FormState['errors'] = {};
  for (const { name, most } of fields) {
    const file = data.get(name);
    if (most !== undefined && file instanceof File && file.size > most.bytes) errors[name] = most.words;
  }
  return Object.keys(errors).length === 0 ? null : { values: valuesOf(data, fields), errors, failure: null };
}

const valuesOf = (data: FormData, fields: FieldSpec[]): FormState['values'] =>
  Object.fromEntries(fields.map(({ name }) => [name, allOf(data, name)]));

async function attempt(
  action: FormAction,
  data: FormData,
  fields: FieldSpec[],
  unreachable: FormState['failure'],
): Promise<FormState> {
  try {
    return await action(UNTRIED, data);
  } catch (error) {
    unstable_rethrow(error);
    return { values: valuesOf(data, fields), errors: {}, failure: readRefusal(error) ?? unreachable };
  }
}

function Newer({ parts }: { parts: NonNullable<FormState['newer']> }) {
  if (parts.length === 0) return null;
  return (
    <dl className="facts mt-4">
      {parts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="whitespace-pre-wrap">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A page kept by the browser still has the number of what was sent; a new wish needs a new one. */
function reloadWhenBack(): () => void {
  const onShow = (event: PageTransitionEvent): void => {
    if (event.persisted) window.location.reload();
  };
  window.addEventListener('pageshow', onShow);
  return () => window.removeEventListener('pageshow', onShow);
}
